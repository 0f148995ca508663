import { openBrowserWithProfile } from '../browser.ts';
import { median, roundToDigits } from '../statistics.ts';
import { slowDownProcessor } from '../visit.ts';
import { measureTimeToDescription, measureTimeToPicture, watchPictures } from './watch-picture.ts';

/** Factor by which pages and frames are slowed. */
const PROCESSOR_SLOWDOWN = 4;
const PATIENCE_MILLISECONDS = 60_000;

export interface FirstPictureFigures {
	/** Milliseconds from the navigation until the editor takes keys. */
	editable: number;
	/** Milliseconds from the first key to the first picture of the changed program. */
	picture: number;
}

export async function measureFirstPicture(
	port: number,
	beginning: 'sketch' | 'p5',
	visits: number
): Promise<FirstPictureFigures> {
	const figuresOfVisits: FirstPictureFigures[] = [];
	for (let visit = 0; visit < visits; visit++) figuresOfVisits.push(await measureOneVisit(port, beginning));
	const roundedMedianOf = (name: keyof FirstPictureFigures) =>
		roundToDigits(median(figuresOfVisits.map((one) => one[name])), 0);
	return { editable: roundedMedianOf('editable'), picture: roundedMedianOf('picture') };
}

async function measureOneVisit(port: number, beginning: 'sketch' | 'p5'): Promise<FirstPictureFigures> {
	const { context, close } = await openBrowserWithProfile();
	try {
		await watchPictures(context);
		const page = await context.newPage();
		await slowDownProcessor(page, PROCESSOR_SLOWDOWN);
		const startMoment = performance.now();
		await page.goto(`http://localhost:${port}/fr/projects/new?begin=${beginning}`, { waitUntil: 'commit' });
		await page.locator('.editor .frame.ready, .editor[data-ready]').first().waitFor({ timeout: PATIENCE_MILLISECONDS });
		const editableMilliseconds = performance.now() - startMoment;
		await page.evaluate(() =>
			document.querySelector<HTMLElement>('.editor textarea, .editor [role="textbox"]')?.focus()
		);
		await page.keyboard.press('Control+Home');
		// The key is typed into the line in which each beginning describes its picture.
		const line = beginning === 'sketch' ? 3 : 4;
		for (const key of [...Array<string>(line).fill('ArrowDown'), 'End', ...Array<string>(3).fill('ArrowLeft')])
			await page.keyboard.press(key);
		// A page runs when its student presses run; a sketch runs at each key.
		const picture =
			beginning === 'sketch'
				? await measureTimeToDescription(page, '7', '7')
				: await measureTimeToPicture(page, ['7', 'Control+Enter']);
		return { editable: editableMilliseconds, picture };
	} finally {
		await close();
	}
}
