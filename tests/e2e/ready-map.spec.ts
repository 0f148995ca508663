import { expect, test, type Page } from '../test.ts';
import { findAccessibilityFaults } from './accessibility-faults.ts';
import { openDownloadedProjectOffline } from './project-pages.ts';
import { Student } from './student.ts';

async function addReadyMap(page: Page, name: string): Promise<void> {
	await page.getByRole('button', { name: /^Mes fichiers/ }).click();
	await page.getByRole('button', { name }).click();
	await expect(page.getByRole('button', { name: 'Insérer les lignes qui la dessinent' })).toBeFocused();
}

async function insertDrawingLines(page: Page): Promise<void> {
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog')).toHaveCount(0);
}

test(
	'a sketch draws the map of French departments, also offline in the take-home file',
	{ tag: '@soak' },
	async ({ page }) => {
		await page.goto('/fr/projects/new');
		await page.locator('.editor[data-ready]').waitFor();
		await addReadyMap(page, 'Départements de métropole');
		await expect(page.getByRole('dialog')).toContainText("const departementsData = loadJSON('departements.json');");
		expect(await findAccessibilityFaults(page)).toEqual([]);
		await insertDrawingLines(page);
		await expect(page.locator('.view-lines')).toContainText('departementsData.areas');
		await expect(page.locator('#code [role="status"] li')).toHaveCount(0);
		const alone = await openDownloadedProjectOffline(page, () => undefined);
		const countGreenPixels = () =>
			alone.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
				const { data = [] } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
				let count = 0;
				for (let at = 0; at < data.length; at += 4) if ((data[at + 1] ?? 0) > (data[at] ?? 0) + 60) count += 1;
				return count;
			});
		await expect.poll(countGreenPixels).toBeGreaterThan(10_000);
	}
);

test(
	'a page shows the map of the world’s countries, and a click names the country in French',
	{ tag: '@soak' },
	async ({ page }) => {
		await page.goto('/fr/projects/new?begin=page');
		await page.locator('.editor[data-ready]').waitFor();
		await addReadyMap(page, 'Pays du monde');
		await insertDrawingLines(page);
		await new Student(page, 'mouse').runProgram();
		const inside = page.frameLocator('.picture iframe').frameLocator('iframe').frameLocator('iframe.page');
		await expect.poll(() => inside.locator('svg path').count()).toBeGreaterThan(240);
		await inside.locator('svg path').first().dispatchEvent('click');
		await expect(page.getByRole('log')).toContainText('Andorre');
	}
);

test('adding a map without a network shows an error message', { tag: '@soak' }, async ({ page }) => {
	await page.goto('/fr/projects/new');
	await page.locator('.editor[data-ready]').waitFor();
	await page.getByRole('button', { name: /^Mes fichiers/ }).click();
	await page.route('**/maps/**', (route) => route.abort());
	await page.getByRole('button', { name: 'Pays du monde' }).click();
	await expect(page.getByRole('dialog').getByRole('alert')).toHaveText(
		'La carte n’est pas arrivée. Vérifie le réseau, puis réessaie.'
	);
});
