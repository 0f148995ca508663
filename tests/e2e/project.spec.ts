import { readFile } from 'node:fs/promises';
import { expect, test, type BrowserContext, type Frame, type Locator, type Page } from '../test.ts';

const locateArticle = (page: Page) => page.locator('article');
const locateTab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const locateConsoleLog = (page: Page) => page.getByRole('log');

async function beginProject(page: Page, way: RegExp): Promise<void> {
	await page.goto('/fr/projects');
	await page.getByRole('link', { name: way }).click();
	await waitForEditor(page);
}

async function waitForEditor(page: Page): Promise<void> {
	await expect(page.locator('.editor[data-ready]')).toBeVisible();
}

async function writeLine(page: Page, line: string): Promise<void> {
	await page.locator('.view-lines').click();
	await page.keyboard.press('Control+End');
	await page.keyboard.type(line, { delay: 20 });
	await page.keyboard.press('Control+Enter');
}

async function expectSaved(page: Page): Promise<void> {
	await expect(page.locator('[data-saved="saved"]')).toBeVisible();
}

async function readDownload(page: Page, press: Locator): Promise<string> {
	const [download] = await Promise.all([page.waitForEvent('download'), press.click()]);
	return download.path();
}

/** Opens the file as at home, where nothing except the file can be reached. */
async function openFileAtHome(
	context: BrowserContext,
	path: string,
	checkPage: (page: Page) => Promise<void>
): Promise<void> {
	const html = test.info().outputPath('home.html');
	const { writeFile } = await import('node:fs/promises');
	await writeFile(html, await readFile(path));
	await context.setOffline(true);
	const page = await context.newPage();
	const addresses: string[] = [];
	const pageErrors: string[] = [];
	page.on('request', (request) => addresses.push(request.url()));
	page.on('pageerror', (error) => pageErrors.push(error.message));
	await page.goto(`file://${html}`);
	await checkPage(page);
	expect(addresses.filter((address) => !/^(file|data|blob):/.test(address))).toEqual([]);
	expect(pageErrors).toEqual([]);
	await page.close();
	await context.setOffline(false);
}

test(
	'a sketch is made, taken home, reset from its history, deleted, and imported from its export',
	{ tag: '@soak' },
	async ({ page, context }) => {
		await page.goto('/fr/projects');
		await expect(page.getByText(/^p5\.js [\d.]+ · LGPL-2\.1 · https:/)).toBeVisible();
		await beginProject(page, /dessin qui bouge/);
		expect(new URL(page.url()).pathname).toBe('/fr/projects/new');
		await page.getByLabel('Nom du projet').fill('Été & Cie');
		await page.getByRole('button', { name: 'Pour qui' }).click();
		await page.getByLabel('Qui ?').fill('Mon voisin');
		await writeLine(page, "console.log('bonjour');");
		// The compiler loads when the program runs for the first time.
		await expect(locateConsoleLog(page)).toContainText('bonjour');
		await expect(page.locator('.description')).toContainText('Un rond orange');
		await expectSaved(page);
		await expect(page).toHaveURL(/projects\/[0-9a-f-]{36}$/);

		await page.getByRole('button', { name: 'Ajouter un fichier' }).click();
		await page.keyboard.type('outils');
		await page.keyboard.press('Enter');
		await writeLine(page, 'export const two = 2;');
		await page.getByRole('button', { name: 'Supprimer outils.ts' }).click();
		await expect(locateTab(page, 'outils.ts')).toHaveCount(0);
		await page.getByRole('button', { name: 'Annuler' }).click();
		await expect(locateTab(page, 'outils.ts')).toHaveAttribute('aria-selected', 'true');
		await expect(page.locator('.view-lines')).toContainText('two');
		await expectSaved(page);

		const zipPath = await readDownload(page, page.getByRole('button', { name: 'Exporter' }));
		const html = await readDownload(page, page.getByRole('button', { name: 'Emporter' }));
		await openFileAtHome(context, html, async (home) => {
			await expect(home).toHaveTitle('Été & Cie');
			const isPixelOrange = () =>
				home.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
					const [red, , blue] =
						canvas.getContext('2d')?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data ?? [];
					return red === 0xf2 && blue === 0x21;
				});
			await expect.poll(isPixelOrange).toBe(true);
		});

		await page.getByRole('button', { name: 'Historique' }).click();
		const historyDialog = page.getByRole('dialog');
		await historyDialog.locator('ol button').last().click();
		await historyDialog.getByRole('button', { name: 'Avec maintenant' }).click();
		await expect(historyDialog.locator('tr.gone', { hasText: 'bonjour' })).toBeVisible();
		// On a small screen, too, everything can be reached by scrolling.
		const wideViewport = page.viewportSize();
		await page.setViewportSize({ width: 360, height: 640 });
		const cutOffBoxes = historyDialog
			.locator('.changes > *')
			.evaluateAll((boxes) => boxes.filter((box) => box.scrollHeight > box.clientHeight + 1).length);
		expect(await cutOffBoxes).toBe(0);
		if (wideViewport) await page.setViewportSize(wideViewport);
		await historyDialog.getByRole('button', { name: 'Revenir à ce moment' }).click();
		await expect(locateTab(page, 'outils.ts')).toHaveCount(0);
		await expect(page.locator('.view-lines')).not.toContainText('bonjour');
		await page.getByRole('button', { name: 'Historique' }).click();
		await expect(historyDialog.locator('ol button').first()).toHaveAttribute('aria-current', 'true');
		await expect(historyDialog.locator('tr.gone', { hasText: 'bonjour' })).toBeVisible();
		await page.keyboard.press('Escape');

		// Deletes and restores the project, then deletes it for ever. A damaged zip changes nothing, and the exported zip restores the
		// project.
		await page.getByRole('link', { name: 'Mes projets' }).click();
		await expect(locateArticle(page)).toContainText('Été & Cie');
		await page.getByRole('button', { name: /^Supprimer «\sÉté/ }).click();
		await expect(locateArticle(page)).toHaveCount(0);
		await page.getByRole('button', { name: 'Annuler' }).click();
		await expect(locateArticle(page)).toHaveCount(1);
		await page.getByRole('button', { name: /^Dupliquer «\sÉté/ }).click();
		await expect(locateArticle(page)).toHaveCount(2);
		await page.getByRole('button', { name: /^Supprimer «\sÉté & Cie \(2\)/ }).click();
		await expect(locateArticle(page)).toHaveCount(1);
		await page.getByRole('button', { name: /^Supprimer «\sÉté/ }).click();
		await expect(locateArticle(page)).toHaveCount(0);
		const importField = page.locator('[data-import]');
		await importField.setInputFiles({
			name: 'photo.zip',
			mimeType: 'application/zip',
			buffer: Buffer.from('not a zip')
		});
		await expect(page.getByRole('main').getByRole('alert')).toContainText('n’est pas un zip');
		await expect(locateArticle(page)).toHaveCount(0);
		await importField.setInputFiles({ name: 'ete.zip', mimeType: 'application/zip', buffer: await readFile(zipPath) });
		await waitForEditor(page);
		await expect(page.getByLabel('Nom du projet')).toHaveValue('Été & Cie');
		await expect(page.getByLabel('Qui ?')).toHaveValue('Mon voisin');
		await expect(locateTab(page, 'outils.ts')).toBeVisible();
		// A program that comes from a file waits until a person runs it, even when the project is opened again.
		const waits = page.getByText('Ce programme vient d’un fichier.');
		await expect(waits).toBeVisible();
		await page.getByLabel('Nom du projet').fill('Hiver');
		await expectSaved(page);
		await page.reload();
		await waitForEditor(page);
		await expect(waits).toBeVisible();
		await expect(page.getByText('bonjour', { exact: true })).toHaveCount(0);
		await page.getByRole('button', { name: 'Lancer', exact: true }).click();
		await expect(locateConsoleLog(page)).toContainText('bonjour');
	}
);

test('a page project is made, exported, taken home and imported', { tag: '@soak' }, async ({ page, context }) => {
	const expectCountRises = async (place: Page | Frame) => {
		// The page's count is kept from one opening to the next, so it may begin above zero.
		const before = Number(await place.locator('#count').textContent());
		await place.getByRole('button', { name: 'Encore' }).click();
		await expect(place.locator('#count')).toHaveText(String(before + 1));
		await expect(place.locator('h1')).toHaveCSS('color', 'rgb(0, 0, 255)');
	};
	const findPageFrame = async (): Promise<Frame> => {
		let pageFrame: Frame | undefined;
		await expect
			.poll(async () => {
				for (const frame of page.frames()) {
					const elementCount = await frame
						.locator('#more')
						.count()
						.catch(() => 0);
					const isBlue =
						elementCount > 0 &&
						(await frame
							.locator('h1')
							.evaluate((title) => getComputedStyle(title).color)
							.catch(() => ''));
					if (isBlue === 'rgb(0, 0, 255)') pageFrame = frame;
				}
				return pageFrame !== undefined;
			})
			.toBe(true);
		if (!pageFrame) throw new Error('The page is on no frame');
		return pageFrame;
	};
	await beginProject(page, /^Une page/);
	await locateTab(page, 'style.css').click();
	await writeLine(page, 'h1 {color: rgb(0, 0, 255)');
	await expectCountRises(await findPageFrame());
	await expectSaved(page);
	const zipPath = await readDownload(page, page.getByRole('button', { name: 'Exporter' }));
	const html = await readDownload(page, page.getByRole('button', { name: 'Emporter' }));
	await openFileAtHome(context, html, expectCountRises);

	await page.goto('/fr/projects');
	await page
		.locator('[data-import]')
		.setInputFiles(
			zipPath.endsWith('.zip')
				? zipPath
				: { name: 'page.zip', mimeType: 'application/zip', buffer: await readFile(zipPath) }
		);
	await waitForEditor(page);
	await page.getByRole('button', { name: 'Lancer', exact: true }).click();
	await expectCountRises(await findPageFrame());
	await expect(locateTab(page, 'index.html')).toBeVisible();
	await page.goto('/fr/projects');
	await expect(locateArticle(page)).toHaveCount(2);
});

test(
	'a project made from a challenge draws what the challenge’s function returns',
	{ tag: '@soak' },
	async ({ page }) => {
		await page.goto('/fr/challenges');
		await page.getByRole('link', { name: /En faire mon projet\s: Le parcmètre bavard/ }).click();
		await page.getByRole('button', { name: 'En faire mon projet' }).click();
		await waitForEditor(page);
		await expect(locateTab(page, 'price.ts')).toBeVisible();
		await expect(page.locator('.description')).toContainText('price');
		await expect(page.locator('#code [role="status"] li')).toHaveCount(0);
	}
);
