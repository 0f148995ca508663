import type { Browser, BrowserContext, Page } from 'playwright';
import { pasteText } from '../../paste.ts';
import { spreadOf, type MeasurementSpread } from '../statistics.ts';
import { serveBareP5Page } from './bare-page.ts';
import { measureTimeToPicture, watchPictures } from './watch-picture.ts';

/** The sketch that is edited in all three editors. Each edit types a key at the end of its first line. */
const SKETCH_PROGRAM = `// 1
function setup() {
	createCanvas(400, 400);
	noStroke();
}
function draw() {
	background(250, 246, 238);
	fill(242, 107, 33);
	for (let at = 0; at < 40; at++) circle(20 + at * 9, 200 + 80 * sin((at + frameCount) / 6), 24);
}
`;
const PATIENCE_MILLISECONDS = 60_000;
const EDITOR_OPENING_COUNT = 4;
/** Edits after each opening that are not measured, because they fill caches. */
const WARM_UP_EDITS = 5;

export interface ProjectEditFigures {
	sketch: MeasurementSpread;
	p5: MeasurementSpread;
	bare: MeasurementSpread;
}

interface MeasuredEditor {
	page: Page;
	measureEdit(nth: number): Promise<number>;
}

export async function measureProjectEdits(browser: Browser, port: number, runs: number): Promise<ProjectEditFigures> {
	const barePage = await serveBareP5Page();
	const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'fr-FR' });
	try {
		await watchPictures(context);
		const openEditor = {
			sketch: () => openBraiseEditor(context, port, 'sketch'),
			p5: () => openBraiseEditor(context, port, 'p5'),
			bare: () => openBareEditor(context, barePage.address)
		};
		const times: Record<keyof ProjectEditFigures, number[]> = { sketch: [], p5: [], bare: [] };
		// Opens one page at a time, because sketches in other open pages would take processor time. The editors take turns, so that a
		// busy moment of the machine affects all three.
		for (let round = 0; round < EDITOR_OPENING_COUNT; round++) {
			for (const name of ['sketch', 'p5', 'bare'] as const) {
				const { page, measureEdit } = await openEditor[name]();
				for (let nth = 0; nth < WARM_UP_EDITS; nth++) await measureEdit(nth);
				for (let nth = 0; nth < runs / EDITOR_OPENING_COUNT; nth++) times[name].push(await measureEdit(nth));
				await page.close();
			}
		}
		return { sketch: spreadOf(times.sketch), p5: spreadOf(times.p5), bare: spreadOf(times.bare) };
	} finally {
		await context.close();
		await barePage.close();
	}
}

async function openBraiseEditor(
	context: BrowserContext,
	port: number,
	beginning: 'sketch' | 'p5'
): Promise<MeasuredEditor> {
	const page = await context.newPage();
	await page.goto(`http://localhost:${port}/fr/projects/new?begin=${beginning}`);
	await page.locator('.editor[data-ready]').waitFor({ timeout: PATIENCE_MILLISECONDS });
	await page.getByLabel('En direct').check();
	await page.locator('.editor .view-lines').click();
	await page.keyboard.press('Control+a');
	await pasteText(page, SKETCH_PROGRAM);
	await page.keyboard.press('Control+Home');
	await page.keyboard.press('End');
	return { page, measureEdit: createEditMeasurer(page) };
}

/** Returns a function that types a digit at the caret and measures the time to the next picture. */
const createEditMeasurer = (page: Page) => (nth: number) => measureTimeToPicture(page, [String(nth % 10)]);

async function openBareEditor(context: BrowserContext, address: string): Promise<MeasuredEditor> {
	const page = await context.newPage();
	await page.goto(address);
	await page.locator('textarea').fill(SKETCH_PROGRAM);
	await page.locator('textarea').press('Control+Home');
	await page.keyboard.press('End');
	return { page, measureEdit: createEditMeasurer(page) };
}
