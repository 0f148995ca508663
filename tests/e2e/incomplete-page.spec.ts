import { expect, test, type Page } from '../test.ts';
import { ENTRY_SCRIPT_PATTERN, holdScripts } from './hold-scripts.ts';

const locateIncompleteNotice = (page: Page) =>
	page.getByRole('alert').filter({ hasText: 'n’est pas arrivée en entier' });

test(
	'a page whose scripts failed to load says so, and reloads once they are available',
	{ tag: '@soak' },
	async ({ page }) => {
		let isAway = true;
		await page.route(ENTRY_SCRIPT_PATTERN, (route) => (isAway ? route.abort('connectionreset') : route.fallback()));
		await page.route('**/healthz', (route) => (isAway ? route.abort('connectionreset') : route.fallback()));
		await page.goto('/fr/projects/new');
		await expect(locateIncompleteNotice(page)).toBeVisible();
		await expect(locateIncompleteNotice(page).getByRole('link', { name: 'Recharger' })).toBeVisible();
		isAway = false;
		await expect(page.locator('.editor .frame.ready')).toBeVisible();
		await expect(locateIncompleteNotice(page)).toHaveCount(0);
	}
);

test(
	'an incomplete page stops reloading after three attempts, and never reloads over typed text',
	{ tag: '@soak' },
	async ({ page }) => {
		let requestCount = 0;
		let loadCount = 0;
		await page.route(ENTRY_SCRIPT_PATTERN, (route) => route.abort('connectionreset'));
		await page.route('**/healthz', (route) => {
			requestCount += 1;
			return route.fallback();
		});
		page.on('domcontentloaded', () => (loadCount += 1));
		await page.goto('/fr/projects/new');
		await expect(locateIncompleteNotice(page)).toBeVisible();
		// After three more attempts, the page stops reloading itself. The person may try again.
		await expect.poll(() => loadCount).toBe(4);
		await expect(locateIncompleteNotice(page)).toBeVisible();

		const text = page.locator('.editor textarea');
		await text.fill('let written = 1;');
		// The count of attempts is removed, so that only the written text keeps the page from reloading.
		await page.evaluate(() => sessionStorage.clear());
		const before = requestCount;
		await expect.poll(() => requestCount).toBeGreaterThan(before + 1);
		await expect(text).toHaveValue('let written = 1;');
		expect(await page.evaluate(() => sessionStorage.getItem('reloads'))).toBeNull();
		expect(loadCount).toBe(4);
	}
);

test('a button clicked before the scripts run acts once they do', async ({ page }) => {
	const release = await holdScripts(page);
	await page.emulateMedia({ colorScheme: 'light' });
	await page.goto('/fr', { waitUntil: 'commit' });
	await page.getByRole('button', { name: 'Passer en sombre' }).click();
	release();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await page.reload();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a project name typed before the scripts run is kept and saved', { tag: '@soak' }, async ({ page }) => {
	const release = await holdScripts(page);
	await page.goto('/fr/projects/new', { waitUntil: 'commit' });
	const projectNameField = page.getByLabel('Nom du projet');
	await projectNameField.fill('Trop tôt');
	release();
	await expect(page).toHaveURL(/projects\/[0-9a-f-]{36}$/);
	await expect(page.locator('[data-saved="saved"]')).toBeVisible();
	await page.reload();
	await expect(projectNameField).toHaveValue('Trop tôt');
});

test('a file that is chosen before the scripts run is read once they do', { tag: '@soak' }, async ({ page }) => {
	const release = await holdScripts(page);
	await page.goto('/fr/projects', { waitUntil: 'commit' });
	await page.locator('input[type="file"]').setInputFiles({
		name: 'vide.zip',
		mimeType: 'application/zip',
		buffer: Buffer.from('no zip')
	});
	release();
	await expect(page.getByRole('alert').filter({ hasText: 'zip' })).toBeVisible();
});
