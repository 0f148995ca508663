/** Measures an edit until its picture: as a sketch, in a p5 project, and in a bare page with p5. */
import type { Browser, BrowserContext, Page } from 'playwright';
import { paste } from '../../paste.ts';
import { spreadOf, type Spread } from '../statistics.ts';
import { serveBareP5 } from './bare-page.ts';
import { timeToDescription, timeToP5Picture, watchPictures } from './watch-picture.ts';

/** The same sketch in all three places. The key is typed at the end of its first line. */
const SKETCH = `// 1
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
/** A number as text, in which the edit adds a digit: the picture is known by it. */
const DESCRIBED = SKETCH.replace('noStroke();', "noStroke(); describe('1');").replace('// 1\n', '');
const PATIENCE = 60_000;
/** Edits in each place that are not measured, because they fill caches. */
const WARM = 3;

export interface ProjectEditFigures {
	sketch: Spread;
	p5: Spread;
	bare: Spread;
}

interface Place {
	page: Page;
	edit(nth: number): Promise<number>;
}

export async function measureProjectEdits(browser: Browser, port: number, runs: number): Promise<ProjectEditFigures> {
	const bare = await serveBareP5();
	const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'fr-FR' });
	try {
		await watchPictures(context);
		const places = {
			sketch: await openSketch(context, port),
			p5: await openP5Project(context, port),
			bare: await openBare(context, bare.address)
		};
		const times: Record<keyof ProjectEditFigures, number[]> = { sketch: [], p5: [], bare: [] };
		for (let nth = 0; nth < WARM + runs; nth++) {
			for (const name of ['sketch', 'p5', 'bare'] as const) {
				const { page, edit } = places[name];
				await page.bringToFront();
				const time = await edit(nth);
				if (nth >= WARM) times[name].push(time);
			}
		}
		return { sketch: spreadOf(times.sketch), p5: spreadOf(times.p5), bare: spreadOf(times.bare) };
	} finally {
		await context.close();
		await bare.close();
	}
}

async function openProject(context: BrowserContext, port: number, begin: 'sketch' | 'p5', program: string) {
	const page = await context.newPage();
	await page.goto(`http://localhost:${port}/fr/projects/new?begin=${begin}`);
	await page.locator('.editor[data-ready]').waitFor({ timeout: PATIENCE });
	await page.getByLabel('En direct').check();
	await page.locator('.editor .view-lines').click();
	await page.keyboard.press('Control+a');
	await paste(page, program);
	return page;
}

async function openSketch(context: BrowserContext, port: number): Promise<Place> {
	const page = await openProject(context, port, 'sketch', DESCRIBED);
	let text = '1';
	await page.locator('.description', { hasText: text }).waitFor({ timeout: PATIENCE });
	await page.keyboard.press('Control+Home');
	for (const key of ['ArrowDown', 'ArrowDown', 'End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'])
		await page.keyboard.press(key);
	const edit = (nth: number) => {
		text += nth % 10;
		return timeToDescription(page, String(nth % 10), text);
	};
	return { page, edit };
}

const editP5 = (page: Page) => (nth: number) => timeToP5Picture(page, [String(nth % 10)]);

async function openP5Project(context: BrowserContext, port: number): Promise<Place> {
	const page = await openProject(context, port, 'p5', SKETCH);
	await page.keyboard.press('Control+Home');
	await page.keyboard.press('End');
	return { page, edit: editP5(page) };
}

async function openBare(context: BrowserContext, address: string): Promise<Place> {
	const page = await context.newPage();
	await page.goto(address);
	await page.locator('textarea').fill(SKETCH);
	await page.locator('textarea').press('Control+Home');
	await page.keyboard.press('End');
	return { page, edit: editP5(page) };
}
