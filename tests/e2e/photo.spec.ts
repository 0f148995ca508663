import { ONE_PIXEL_PNG } from '#lib/domain/own-file/testing.ts';
import { expect, test, type Page } from '../test.ts';
import { expectAccessibleWithoutOverflow } from './accessibility-faults.ts';
import { signUpCurator } from './persons.ts';

// Other tests cover offline use. Here, a service worker would fill the cache of each new browser.
test.use({ serviceWorkers: 'block' });

/** The picture's width; zero while it is no picture that the browser can draw. */
const readPhotoPixelWidth = (page: Page) =>
	page
		.getByAltText('La photo du tableau')
		.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0));

test('a baker adds a photo of the slate, and takes it out again', { tag: '@soak' }, async ({ browser }) => {
	const page = await (await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true })).newPage();
	await page.goto('/fr/tell');
	await expect(page.locator('form[data-ready]')).toBeVisible();
	await page.getByLabel('Qu’est-ce qui ne va pas ?').fill('Sur l’ardoise, les comptes ne tombent pas juste.');
	await page.getByLabel('Pour qui est-ce un problème ?').fill('Pour moi.');
	await page.getByLabel(/^Quelle est la règle/).fill('On compte le soir.');
	const field = page.getByLabel('Une photo d’un tableau (facultatif)');
	await expect(field).toHaveAccessibleDescription(/pas de visage, pas de nom/);
	const svg = {
		name: 'ardoise.svg',
		mimeType: 'image/svg+xml',
		buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
	};
	await field.setInputFiles(svg);
	await expect(page.getByText(/pas une photo que nous savons lire/)).toBeVisible();
	await field.setInputFiles({ name: 'ardoise.png', mimeType: 'image/png', buffer: Buffer.from(ONE_PIXEL_PNG) });
	await expect(page.getByText('Voici la photo qui partira.')).toBeVisible();
	await expectAccessibleWithoutOverflow(page);
	// Nothing was sent, and the photo is still there after a reload.
	await page.reload();
	await expect(page.locator('form[data-ready]')).toBeVisible();
	await expect.poll(() => readPhotoPixelWidth(page)).toBe(1);
	const [request] = await Promise.all([
		page.waitForRequest('**/api/problems'),
		page.getByRole('button', { name: 'Envoyer mon problème' }).click()
	]);
	const { photo } = request.postDataJSON() as { photo: string };
	// In base64, every JPEG begins with these characters.
	expect(photo).toMatch(/^\/9j\//);
	await expect(page.getByRole('heading', { name: 'Merci. Votre problème est arrivé.' })).toBeFocused();
	const link = await page.locator('[data-link]').inputValue();

	const curator = await signUpCurator(browser);
	await curator.page.goto('/fr/problems');
	await curator.page.getByRole('link', { name: 'Sur l’ardoise' }).click();
	await expect.poll(() => readPhotoPixelWidth(curator.page)).toBe(1);
	await expectAccessibleWithoutOverflow(curator.page);

	await page.goto(link);
	await expect.poll(() => readPhotoPixelWidth(page)).toBe(1);
	await expectAccessibleWithoutOverflow(page);
	await page.getByText('Effacer cette photo').click();
	await page.route('**/photo', (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()));
	await page.getByRole('button', { name: 'Oui, effacer la photo' }).click();
	await expect(page.getByText('La photo n’est pas effacée.')).toBeVisible();
	await page.unroute('**/photo');
	await page.getByRole('button', { name: 'Oui, effacer la photo' }).click();
	await expect(page.getByText('La photo est effacée.', { exact: true })).toBeVisible();
	await expect(page.getByAltText('La photo du tableau')).toHaveCount(0);
	await expect(field).toBeFocused();
	await field.setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from(ONE_PIXEL_PNG) });
	await page.getByRole('button', { name: 'Envoyer cette photo' }).click();
	await expect(page.getByText('La photo est envoyée.')).toBeVisible();
	await expect(page.getByLabel('Remplacer la photo')).toBeFocused();
	await expect.poll(() => readPhotoPixelWidth(page)).toBe(1);
	await curator.page.reload();
	await expect.poll(() => readPhotoPixelWidth(curator.page)).toBe(1);
	// The form for the next problem begins without the photo.
	await page.goto('/fr/tell');
	await expect(page.locator('form[data-ready]')).toBeVisible();
	await expect(page.getByAltText('La photo du tableau')).toHaveCount(0);
});
