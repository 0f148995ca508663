/** Repeats edits and runs in the workbench, and measures the browser's memory before and afterwards. */
import type { Browser } from 'playwright';
import { measureBrowserMemory, type MemoryUse } from './memory.ts';
import { spreadOf, type MeasurementSpread } from './statistics.ts';

export interface EnduranceFigures {
	edits: number;
	seconds: number;
	before: MemoryUse;
	after: MemoryUse;
	/** Milliseconds from Ctrl+Enter to the results on the page, in the first and the last tenth of the runs. */
	first: MeasurementSpread;
	last: MeasurementSpread;
}

const PATIENCE_MILLISECONDS = 30_000;
/** Number of first runs that are not measured, because they fill caches. */
const WARM_UP_RUNS = 20;

export async function measureBrowserEndurance(
	browser: Browser,
	port: number,
	{ edits, seconds }: { edits: number; seconds: number }
): Promise<EnduranceFigures> {
	const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'fr-FR' });
	const page = await context.newPage();
	try {
		await page.goto(`http://localhost:${port}/fr/challenges/horodateur`);
		await page.locator('.picture .cover').waitFor({ state: 'detached', timeout: PATIENCE_MILLISECONDS });
		await page.locator('.ways button').first().click();
		await page.locator('[data-step="build"]').waitFor();
		await page.locator('.editor[data-ready]').waitFor({ timeout: PATIENCE_MILLISECONDS });
		await page.locator('.editor .view-lines').click();
		await page.keyboard.press('Control+End');
		const session = await context.newCDPSession(page);
		await session.send('Performance.enable');
		const runTimes: number[] = [];
		const editAndRun = async (at: number): Promise<void> => {
			await page.keyboard.press(at % 2 === 0 ? 'Space' : 'Backspace');
			if (runTimes.length > 0) await page.locator('.checks.stale').waitFor({ timeout: PATIENCE_MILLISECONDS });
			const startMoment = performance.now();
			await page.keyboard.press('Control+Enter');
			await page
				.locator('.checks:not(.stale)[aria-busy="false"] li:is(.pass, .fail)')
				.first()
				.waitFor({ timeout: PATIENCE_MILLISECONDS });
			runTimes.push(performance.now() - startMoment);
		};
		for (let at = 0; at < WARM_UP_RUNS; at++) await editAndRun(at);
		const memoryBefore = await measureBrowserMemory(session, process.pid);
		const startMoment = performance.now();
		const millisecondsPerEdit = (seconds * 1000) / edits;
		for (let at = 0; at < edits; at++) {
			await editAndRun(at);
			const wait = startMoment + (at + 1) * millisecondsPerEdit - performance.now();
			if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
		}
		const tookMilliseconds = performance.now() - startMoment;
		const memoryAfter = await measureBrowserMemory(session, process.pid);
		const measuredTimes = runTimes.slice(WARM_UP_RUNS);
		const tenthOfRuns = Math.ceil(measuredTimes.length / 10);
		return {
			edits,
			seconds: Math.round(tookMilliseconds / 1000),
			before: memoryBefore,
			after: memoryAfter,
			first: spreadOf(measuredTimes.slice(0, tenthOfRuns)),
			last: spreadOf(measuredTimes.slice(-tenthOfRuns))
		};
	} finally {
		await context.close();
	}
}
