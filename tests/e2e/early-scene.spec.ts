import { expect, test, type Locator, type Page } from '../test.ts';
import { holdScripts } from './hold-scripts.ts';
import { Student } from './student.ts';

const locateSceneCanvas = (page: Page): Locator =>
	page.frameLocator('.picture iframe').frameLocator('iframe').locator('canvas.shown');

/** Returns the box of the picture, and whether a click in its middle would reach the scene's frame. */
const readPictureBox = (page: Page) =>
	page.locator('.picture').evaluate((picture) => {
		const { x, y, width, height } = picture.getBoundingClientRect();
		const topElement = document.elementFromPoint(x + width / 2, y + height / 2);
		return { box: [x, y, width, height], isUncovered: topElement instanceof HTMLIFrameElement };
	});

for (const viewport of [
	{ width: 1366, height: 768 },
	{ width: 360, height: 640 }
]) {
	test(
		`the scene plays before the page’s scripts run, and plays on without a restart, ${viewport.width} px`,
		{ tag: viewport.width < 600 ? ['@soak'] : [] },
		async ({ page }) => {
			await page.setViewportSize(viewport);
			const releaseScripts = await holdScripts(page);
			await page.goto('/fr/challenges/horodateur', { waitUntil: 'commit' });
			const canvas = locateSceneCanvas(page);
			await expect(canvas).toBeVisible();
			const earlyPicture = await readPictureBox(page);
			expect(earlyPicture.isUncovered).toBe(true);
			await canvas.evaluate((element) => (element.dataset['mark'] = 'early'));

			releaseScripts();
			await expect(page.locator('.picture .cover')).toHaveCount(0);
			await expect(page.locator('iframe[data-start]')).toHaveCount(0);
			await expect(page.getByRole('button', { name: 'Mettre en pause' })).toBeVisible();
			expect(await readPictureBox(page)).toEqual(earlyPicture);
			// The same canvas shows the scene: the program was not started again.
			await expect(canvas).toHaveAttribute('data-mark', 'early');
			// The app's dial moves the program that the page had started.
			await page.getByRole('slider', { name: 'Combien de temps reste Léonie' }).press('ArrowRight');
			await expect(canvas.locator('xpath=ancestor::*[@role="img"]')).toHaveAttribute('aria-label', /15 minutes/);
			await expect(canvas).toHaveAttribute('data-mark', 'early');
		}
	);
}

test('a frame whose host does not answer stays below the cover', { tag: '@soak' }, async ({ page }) => {
	await page.route('**/sandbox/shell', (route) => route.abort('connectionrefused'));
	const isRefused = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/sandbox/shell'));
	await holdScripts(page);
	await page.goto('/fr/challenges/horodateur', { waitUntil: 'commit' });
	await isRefused;
	await expect(page.locator('.picture .cover')).toBeVisible();
	expect((await readPictureBox(page)).isUncovered).toBe(false);
});

test('a scene whose early code failed to load plays once the scripts run', { tag: '@soak' }, async ({ page }) => {
	let isAway = true;
	await page.route('**/start.txt', (route) => (isAway ? route.abort('connectionreset') : route.fallback()));
	const releaseScripts = await holdScripts(page);
	const isRequested = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/start.txt'));
	await page.goto('/fr/challenges/horodateur', { waitUntil: 'commit' });
	await isRequested;
	isAway = false;
	releaseScripts();
	await expect(locateSceneCanvas(page)).toBeVisible();
	await expect(page.locator('.picture .cover')).toHaveCount(0);
});

test(
	'while a work runs in another tab, the stage says so instead of playing the initial program',
	{ tag: '@soak' },
	async ({ page, context }) => {
		await page.goto('/fr/challenges/horodateur');
		await page.locator('.picture .cover').waitFor({ state: 'detached' });
		await page.locator('.ways button').first().click();
		await page.locator('[data-step="build"]').waitFor();
		const student = new Student(page, 'mouse');
		await student.replaceWholeFile('export function price(minutes: number): number {\n\treturn minutes * 3;\n}');
		await page.getByRole('button', { name: 'Lancer' }).click();
		await student.waitUntilSaved();

		const otherTab = await context.newPage();
		await otherTab.goto('/fr/challenges/horodateur');
		await otherTab.getByRole('button', { name: 'Oui, je continue' }).click();
		const cover = otherTab.locator('.picture .cover');
		await expect(cover).toContainText('il tourne dans un autre onglet');
		expect((await readPictureBox(otherTab)).isUncovered).toBe(false);
		await expect(otherTab.locator('.stage').getByRole('button', { name: 'Jouer la scène' })).toBeVisible();
		await expect(otherTab.locator('.stage .description')).toHaveCount(0);
		await otherTab.getByRole('button', { name: 'Lancer' }).click();
		await expect(cover).toHaveCount(0);
		await expect.poll(async () => (await readPictureBox(otherTab)).isUncovered).toBe(true);
	}
);
