/** A student's own project: made, exported, restored from its history, and run from a file. */
import { readFile } from 'node:fs/promises';
import { expect, test, type BrowserContext, type Frame, type Locator, type Page } from '../test.ts';

const alone = (page: Page) => page.locator('article');
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const console = (page: Page) => page.getByRole('log');

async function begin(page: Page, way: RegExp): Promise<void> {
	await page.goto('/fr/projects');
	await page.getByRole('link', { name: way }).click();
	await ready(page);
}

async function ready(page: Page): Promise<void> {
	await expect(page.locator('.editor[data-ready]')).toBeVisible();
}

async function write(page: Page, line: string): Promise<void> {
	await page.locator('.view-lines').click();
	await page.keyboard.press('Control+End');
	await page.keyboard.type(line, { delay: 20 });
	await page.keyboard.press('Control+Enter');
}

async function seesSaved(page: Page): Promise<void> {
	await expect(page.locator('[data-saved="saved"]')).toBeVisible();
}

async function downloaded(page: Page, press: Locator): Promise<string> {
	const [download] = await Promise.all([page.waitForEvent('download'), press.click()]);
	return download.path();
}

/** Opens the file as at home, where nothing except the file can be reached. */
async function atHome(context: BrowserContext, path: string, see: (page: Page) => Promise<void>): Promise<void> {
	const html = test.info().outputPath('home.html');
	const { writeFile } = await import('node:fs/promises');
	await writeFile(html, await readFile(path));
	await context.setOffline(true);
	const page = await context.newPage();
	const addresses: string[] = [];
	const broke: string[] = [];
	page.on('request', (request) => addresses.push(request.url()));
	page.on('pageerror', (error) => broke.push(error.message));
	await page.goto(`file://${html}`);
	await see(page);
	expect(addresses.filter((address) => !/^(file|data|blob):/.test(address))).toEqual([]);
	expect(broke).toEqual([]);
	await page.close();
	await context.setOffline(false);
}

test('a drawing: made, exported, imported, taken home, gone back', async ({ page, context }) => {
	await begin(page, /dessin qui bouge/);
	expect(new URL(page.url()).pathname).toBe('/fr/projects/new');
	await page.getByLabel('Nom du projet').fill('Été & Cie');
	await page.getByRole('button', { name: 'Pour qui' }).click();
	await page.getByLabel('Qui ?').fill('Mon voisin');
	await write(page, "console.log('bonjour');");
	// The compiler loads when the program runs for the first time.
	await expect(console(page)).toContainText('bonjour');
	await expect(page.locator('.description')).toContainText('Un rond orange');
	await seesSaved(page);
	await expect(page).toHaveURL(/projects\/[0-9a-f-]{36}$/);

	await page.getByRole('button', { name: 'Ajouter un fichier' }).click();
	await page.keyboard.type('outils');
	await page.keyboard.press('Enter');
	await write(page, 'export const two = 2;');
	await page.getByRole('button', { name: 'Supprimer outils.ts' }).click();
	await expect(tab(page, 'outils.ts')).toHaveCount(0);
	await page.getByRole('button', { name: 'Annuler' }).click();
	await expect(tab(page, 'outils.ts')).toHaveAttribute('aria-selected', 'true');
	await expect(page.locator('.view-lines')).toContainText('two');
	await seesSaved(page);

	const zip = await downloaded(page, page.getByRole('button', { name: 'Exporter' }));
	const html = await downloaded(page, page.getByRole('button', { name: 'Emporter' }));
	await atHome(context, html, async (home) => {
		await expect(home).toHaveTitle('Été & Cie');
		const orange = () =>
			home.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
				const [red, , blue] =
					canvas.getContext('2d')?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data ?? [];
				return red === 0xf2 && blue === 0x21;
			});
		await expect.poll(orange).toBe(true);
	});

	await page.getByRole('button', { name: 'Historique' }).click();
	const history = page.getByRole('dialog');
	await history.locator('ol button').last().click();
	await history.getByRole('button', { name: 'Avec maintenant' }).click();
	await expect(history.locator('tr.gone', { hasText: 'bonjour' })).toBeVisible();
	// On a small screen, too, everything can be reached by scrolling.
	const wide = page.viewportSize();
	await page.setViewportSize({ width: 360, height: 640 });
	const cut = history
		.locator('.changes > *')
		.evaluateAll((boxes) => boxes.filter((box) => box.scrollHeight > box.clientHeight + 1).length);
	expect(await cut).toBe(0);
	if (wide) await page.setViewportSize(wide);
	await history.getByRole('button', { name: 'Revenir à ce moment' }).click();
	await expect(tab(page, 'outils.ts')).toHaveCount(0);
	await expect(page.locator('.view-lines')).not.toContainText('bonjour');
	await page.getByRole('button', { name: 'Historique' }).click();
	await expect(history.locator('ol button').first()).toHaveAttribute('aria-current', 'true');
	await expect(history.locator('tr.gone', { hasText: 'bonjour' })).toBeVisible();
	await page.keyboard.press('Escape');

	// Deletes and restores the project, then deletes it for ever. A damaged zip changes nothing, and the exported zip restores the
	// project.
	await page.getByRole('link', { name: 'Mes projets' }).click();
	await expect(alone(page)).toContainText('Été & Cie');
	await page.getByRole('button', { name: /^Supprimer «\sÉté/ }).click();
	await expect(alone(page)).toHaveCount(0);
	await page.getByRole('button', { name: 'Annuler' }).click();
	await expect(alone(page)).toHaveCount(1);
	await page.getByRole('button', { name: /^Dupliquer «\sÉté/ }).click();
	await expect(alone(page)).toHaveCount(2);
	await page.getByRole('button', { name: /^Supprimer «\sÉté & Cie \(2\)/ }).click();
	await expect(alone(page)).toHaveCount(1);
	await page.getByRole('button', { name: /^Supprimer «\sÉté/ }).click();
	await expect(alone(page)).toHaveCount(0);
	const choose = page.locator('[data-import]');
	await choose.setInputFiles({ name: 'photo.zip', mimeType: 'application/zip', buffer: Buffer.from('not a zip') });
	await expect(page.getByRole('main').getByRole('alert')).toContainText('n’est pas un zip');
	await expect(alone(page)).toHaveCount(0);
	await choose.setInputFiles({ name: 'ete.zip', mimeType: 'application/zip', buffer: await readFile(zip) });
	await ready(page);
	await expect(page.getByLabel('Nom du projet')).toHaveValue('Été & Cie');
	await expect(page.getByLabel('Qui ?')).toHaveValue('Mon voisin');
	await expect(tab(page, 'outils.ts')).toBeVisible();
	await expect(console(page)).toContainText('bonjour');
});

test('a page: made, exported, imported and taken home', { tag: '@soak' }, async ({ page, context }) => {
	const counts = async (place: Page | Frame) => {
		// The page keeps its count from one time to the next.
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
					const is = await frame
						.locator('#more')
						.count()
						.catch(() => 0);
					const blue =
						is > 0 &&
						(await frame
							.locator('h1')
							.evaluate((title) => getComputedStyle(title).color)
							.catch(() => ''));
					if (blue === 'rgb(0, 0, 255)') pageFrame = frame;
				}
				return pageFrame !== undefined;
			})
			.toBe(true);
		if (!pageFrame) throw new Error('The page is on no frame');
		return pageFrame;
	};
	await begin(page, /^Une page/);
	await tab(page, 'style.css').click();
	await write(page, 'h1 {color: rgb(0, 0, 255)');
	await counts(await findPageFrame());
	await seesSaved(page);
	const zip = await downloaded(page, page.getByRole('button', { name: 'Exporter' }));
	const html = await downloaded(page, page.getByRole('button', { name: 'Emporter' }));
	await atHome(context, html, counts);

	await page.goto('/fr/projects');
	await page
		.locator('[data-import]')
		.setInputFiles(
			zip.endsWith('.zip') ? zip : { name: 'page.zip', mimeType: 'application/zip', buffer: await readFile(zip) }
		);
	await ready(page);
	await counts(await findPageFrame());
	await expect(tab(page, 'index.html')).toBeVisible();
	await page.goto('/fr/projects');
	await expect(alone(page)).toHaveCount(2);
});

test('a challenge made one’s own draws what its function answers', { tag: '@soak' }, async ({ page }) => {
	await page.goto('/fr/challenges');
	await page.getByRole('link', { name: /En faire mon projet\s: Le parcmètre bavard/ }).click();
	await page.getByRole('button', { name: 'En faire mon projet' }).click();
	await ready(page);
	await expect(tab(page, 'price.ts')).toBeVisible();
	await expect(page.locator('.description')).toContainText('price');
	await expect(page.locator('#code [role="status"] li')).toHaveCount(0);
});
