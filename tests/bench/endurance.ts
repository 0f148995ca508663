/** Repeats edits and runs in the workbench, and measures the browser's memory before and afterwards. */
import type { Browser } from 'playwright';
import { measureMemory, type MemoryUse } from './memory.ts';
import { spreadOf, type Spread } from './statistics.ts';

export interface EnduranceFigures {
	edits: number;
	seconds: number;
	before: MemoryUse;
	after: MemoryUse;
	/** Milliseconds from Ctrl+Enter to the results on the page, in the first and the last tenth of the runs. */
	first: Spread;
	last: Spread;
}

const PATIENCE = 30_000;
/** Number of first runs that are not measured, because they fill caches. */
const WARM = 20;

export async function measureBrowserEndurance(
	browser: Browser,
	port: number,
	{ edits, seconds }: { edits: number; seconds: number }
): Promise<EnduranceFigures> {
	const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'fr-FR' });
	const page = await context.newPage();
	try {
		await page.goto(`http://localhost:${port}/fr/challenges/horodateur`);
		await page.locator('.picture .cover').waitFor({ state: 'detached', timeout: PATIENCE });
		await page.locator('.ways button').first().click();
		await page.locator('[data-step="build"]').waitFor();
		await page.locator('.editor[data-ready]').waitFor({ timeout: PATIENCE });
		await page.locator('.editor .view-lines').click();
		await page.keyboard.press('Control+End');
		const session = await context.newCDPSession(page);
		await session.send('Performance.enable');
		const times: number[] = [];
		const once = async (at: number): Promise<void> => {
			await page.keyboard.press(at % 2 === 0 ? 'Space' : 'Backspace');
			if (times.length > 0) await page.locator('.checks.stale').waitFor({ timeout: PATIENCE });
			const began = performance.now();
			await page.keyboard.press('Control+Enter');
			await page
				.locator('.checks:not(.stale)[aria-busy="false"] li:is(.pass, .fail)')
				.first()
				.waitFor({ timeout: PATIENCE });
			times.push(performance.now() - began);
		};
		for (let at = 0; at < WARM; at++) await once(at);
		const before = await measureMemory(session, process.pid);
		const began = performance.now();
		const every = (seconds * 1000) / edits;
		for (let at = 0; at < edits; at++) {
			await once(at);
			const wait = began + (at + 1) * every - performance.now();
			if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
		}
		const took = performance.now() - began;
		const after = await measureMemory(session, process.pid);
		const measuredTimes = times.slice(WARM);
		const tenth = Math.ceil(measuredTimes.length / 10);
		return {
			edits,
			seconds: Math.round(took / 1000),
			before,
			after,
			first: spreadOf(measuredTimes.slice(0, tenth)),
			last: spreadOf(measuredTimes.slice(-tenth))
		};
	} finally {
		await context.close();
	}
}
