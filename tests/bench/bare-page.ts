/** Measures the starts of a minimal page with CodeMirror and sucrase, to compare Braise's starts with. */
import type { BrowserContext, Page } from 'playwright';
import { openBrowserWithProfile } from './browser.ts';
import { openNetworkLine } from './line.ts';
import type { BarePageMark } from './bare-page/page.ts';
import { serveBarePage } from './bare-page/serve.ts';
import { SLOW_START_PROFILES, type StartProfile } from './starts.ts';
import { median, roundToDigits } from './statistics.ts';
import { slowDownProcessor } from './visit.ts';

/** Milliseconds since the navigation began. */
interface BarePageVisit extends Record<BarePageMark, number> {
	readable: number;
}
export interface BarePageFigures extends BarePageVisit {
	name: string;
}

/** Measures only visits of a new browser, because a small page that is cached says nothing. */
export async function measureBarePage(visits: number): Promise<BarePageFigures[]> {
	const barePage = await serveBarePage();
	const figures: BarePageFigures[] = [];
	try {
		for (const profile of SLOW_START_PROFILES) {
			const barePageVisits: BarePageVisit[] = [];
			for (let each = 0; each < visits; each++) barePageVisits.push(await visitBarePage(barePage.port, profile));
			const medianOf = (name: keyof BarePageVisit) => roundToDigits(median(barePageVisits.map((one) => one[name])), 0);
			const { name } = profile;
			figures.push({
				name,
				readable: medianOf('readable'),
				scene: medianOf('scene'),
				editable: medianOf('editable'),
				result: medianOf('result')
			});
		}
	} finally {
		await barePage.close();
	}
	return figures;
}

/** Uses one new browser to look and another one to edit, because an edit would start the scene again. */
async function visitBarePage(port: number, profile: StartProfile): Promise<BarePageVisit> {
	const { readable, scene } = await runInNewBrowser(port, profile, async (page) => {
		const scene = await waitForBarePageMark(page, 'scene');
		const readable = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
		return { readable: readable ?? NaN, scene };
	});
	const { editable, result } = await runInNewBrowser(port, profile, async (page) => {
		const editableMoment = await waitForBarePageMark(page, 'editable');
		await page.keyboard.press('Control+End');
		await page.keyboard.type(' ');
		return { editable: editableMoment, result: await waitForBarePageMark(page, 'result') };
	});
	return { readable, scene, editable, result };
}

async function runInNewBrowser<Measured>(
	targetPort: number,
	{ slowdown, line: lineOptions }: StartProfile,
	measure: (page: Page) => Promise<Measured>
): Promise<Measured> {
	const line = await openNetworkLine({ targetPort, ...lineOptions });
	const { context, close } = await openBrowserWithProfile();
	try {
		const page = await openPage(context, slowdown);
		await page.goto(`http://localhost:${line.port}/`, { waitUntil: 'commit' });
		return await measure(page);
	} finally {
		await close();
		await line.close();
	}
}

async function openPage(context: BrowserContext, slowdown: number): Promise<Page> {
	const page = await context.newPage();
	await slowDownProcessor(page, slowdown);
	return page;
}

async function waitForBarePageMark(page: Page, name: BarePageMark): Promise<number> {
	const handle = await page.waitForFunction((wanted) => window.barePageMarks?.[wanted], name, { timeout: 60_000 });
	return Number(await handle.jsonValue());
}
