import { expect, test, type Page } from '../test.ts';
import { findAccessibilityFaults } from './accessibility-faults.ts';
import { Student } from './student.ts';

async function beginSketch(page: Page, text: string): Promise<Student> {
	await page.goto('/fr/projects/new');
	const student = new Student(page, 'keyboard');
	await student.replaceWholeFile(text);
	return student;
}

const COUNTING_PROGRAM =
	"const count = (getItem('count') ?? 0) + 1;\nstoreItem('count', count);\nconsole.log('count ' + count);\nfunction draw() {\nbackground(200);\n}";

const parseCount = (text: string): number => Number(/count (\d+)/.exec(text)?.[1] ?? 0);
const readCount = async (page: Page): Promise<number> => parseCount(await page.getByRole('log').innerText());

test(
	'a stored count and a moved border survive a reload; the store can be emptied and taken home',
	{ tag: '@soak' },
	async ({ page, context }) => {
		const student = await beginSketch(page, COUNTING_PROGRAM);
		const memoryButton = page.getByRole('button', { name: 'Mémoire', exact: true });
		await expect(memoryButton).toBeVisible();
		await student.waitUntilSaved();
		await page.waitForURL(/projects\/(?!new)/);
		await expect.poll(() => readCount(page)).toBeGreaterThan(0);
		const countBefore = await readCount(page);
		const code = page.locator('.pane.code');
		const shareBefore = await code.evaluate((pane) => pane.style.flexGrow);
		await page.getByRole('separator', { name: 'Largeur du code' }).press('ArrowRight');
		const paneShare = await code.evaluate((pane) => pane.style.flexGrow);
		expect(paneShare).not.toBe(shareBefore);
		await page.reload();
		await expect.poll(() => readCount(page)).toBe(countBefore + 1);
		await expect(code).toHaveCSS('flex-grow', paneShare);

		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: 'Emporter' }).click()
		]);
		const path = test.info().outputPath('home.html');
		await download.saveAs(path);
		await expect(page.getByText('Il contient aussi la mémoire de ton programme')).toBeVisible();
		const readCounts: number[] = [];
		const home = await context.newPage();
		home.on('console', (message) => readCounts.push(parseCount(message.text())));
		await home.goto(`file://${path}`);
		await expect.poll(() => readCounts).toEqual([countBefore + 2]);
		// A page that is left at once may lose what it stored: Chromium lost it 12 of 220 times for a page of three lines, on a busy
		// machine. So the file is opened again until it finds the stored count.
		const reopenAndReadCount = async () => {
			await home.reload();
			return readCounts.at(-1);
		};
		await expect.poll(reopenAndReadCount).toBeGreaterThan(countBefore + 2);
		const increases = readCounts.slice(1).map((count, index) => count - (readCounts[index] ?? 0));
		expect(increases.filter((increase) => increase !== 0 && increase !== 1)).toEqual([]);
		await home.close();

		await student.press(memoryButton);
		const sheet = page.getByRole('dialog', { name: 'La mémoire du projet' });
		await expect(sheet.getByRole('row', { name: `count ${countBefore + 1}` })).toBeVisible();
		expect(await findAccessibilityFaults(page)).toEqual([]);
		await student.press(sheet.getByRole('button', { name: 'Vider la mémoire' }));
		await expect(sheet.getByRole('status')).toContainText('La mémoire a été vidée');
		await expect.poll(() => readCount(page)).toBe(1);
		await student.press(sheet.getByRole('button', { name: 'Annuler' }));
		await expect.poll(() => readCount(page)).toBe(countBefore + 2);
		await page.keyboard.press('Escape');
		await expect(memoryButton).toBeFocused();
	}
);

const PROGRAM_WITH_PARAMETERS =
	"const size = 40; // 10..200\nconst sky = '#87ceeb'; // ..\nconst mode = 'day'; // day..night\nconst hasDots = true; // ..\n" +
	'function draw() {\nbackground(sky);\ncircle(100, 100, size);\ndescribe([size, sky, mode, hasDots, frameCount].join(" "));\n}';

test(
	'a parameter’s control changes the running sketch, then the code; the sketch pauses, steps and fills the screen',
	{ tag: '@soak' },
	async ({ page }) => {
		const student = await beginSketch(page, PROGRAM_WITH_PARAMETERS);
		const description = page.locator('.description');
		await expect(description).toContainText('40 #87ceeb day true');
		const code = page.locator('.view-lines');
		const controlsPanel = page.getByRole('region', { name: 'Les réglages du programme' });
		const slider = controlsPanel.getByRole('slider', { name: 'size' });
		const readFrameNumber = async () => Number((await description.innerText()).trim().split(' ').at(-1));
		await expect.poll(readFrameNumber).toBeGreaterThan(60);
		const frameNumberBefore = await readFrameNumber();
		const sendSliderEvent = (event: 'input' | 'change') =>
			slider.evaluate((element: HTMLInputElement, event) => {
				element.value = '120';
				element.dispatchEvent(new Event(event, { bubbles: true }));
			}, event);
		await sendSliderEvent('input');
		await expect(description).toContainText('120 #87ceeb day true');
		expect(await readFrameNumber()).toBeGreaterThan(frameNumberBefore);
		await expect(code).toContainText('size = 40;');
		await sendSliderEvent('change');
		await expect(code).toContainText('size = 120;');
		await expect(description).toContainText('120 #87ceeb day true');

		await student.moveFocusTo(slider);
		await page.keyboard.press('ArrowRight');
		await expect(code).toContainText('size = 121;');
		await controlsPanel.getByLabel('sky').fill('#112233');
		await expect(code).toContainText("sky = '#112233';");
		await controlsPanel.getByLabel('mode').selectOption('night');
		await expect(code).toContainText("mode = 'night';");
		await controlsPanel.getByLabel('hasDots').uncheck();
		await expect(code).toContainText('hasDots = false;');
		await expect(description).toContainText('121 #112233 night false');
		await expect(page.locator('#code [role="status"] li')).toHaveCount(0);
		expect(await findAccessibilityFaults(page)).toEqual([]);
		await student.editor.focus();
		await page.keyboard.press('ControlOrMeta+z');
		await expect(code).toContainText('hasDots = true;');
		await expect(code).toContainText("mode = 'night';");
		// Waits until the edited program plays, because its start would end the pause.
		await expect(description).toContainText('121 #112233 night true');

		await student.press(page.getByRole('button', { name: 'Mettre en pause' }));
		const step = page.getByRole('button', { name: 'Une image de plus' });
		await expect(step).toBeVisible();
		await expect.poll(readFrameNumber).toBeGreaterThan(0);
		const pausedFrame = await readFrameNumber();
		await student.press(step);
		await expect.poll(readFrameNumber).toBe(pausedFrame + 1);

		// On the full screen the keys go to the program at once.
		const fullScreenButton = page.getByRole('button', { name: 'Plein écran', exact: true });
		await student.press(fullScreenButton);
		await expect(page.locator('.picture iframe')).toBeFocused();
		await student.press(page.getByRole('button', { name: 'Quitter le plein écran' }));
		await expect(fullScreenButton).toBeFocused();

		await page.setViewportSize({ width: 360, height: 640 });
		await student.showPanel('stage');
		await expect(slider).toBeInViewport();
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
	}
);
