/** Runs axe on every page, in both themes and languages. */
import { expect, test } from '../test.ts';
import { isSoak } from '../soak.ts';
import { faults } from './faults.ts';
import { pages } from './pages.ts';

// Offline has its own tests: here each new browser would fill its cache again.
test.use({ serviceWorkers: 'block' });

for (const { name, path, ready } of pages) {
	for (const language of isSoak ? ['fr', 'en'] : ['fr']) {
		test(`${name}, ${language}`, async ({ page }) => {
			await page.emulateMedia({ reducedMotion: 'reduce' });
			await page.goto(`/${language}${path}`);
			if (ready !== undefined) await page.locator(ready).first().waitFor();
			await expect(page.locator('html')).toHaveAttribute('lang', language);
			expect(await faults(page)).toEqual([]);
		});
	}
}

test('a theme that was chosen holds on the next page, whatever the machine prefers', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'light' });
	await page.goto('/fr');
	await page.getByRole('button', { name: 'Passer en sombre' }).click();
	const html = page.locator('html');
	await expect(html).toHaveAttribute('data-theme', 'dark');
	await page.goto('/fr/challenges');
	await expect(html).toHaveAttribute('data-theme', 'dark');
	await expect(page.locator('body')).toHaveCSS('color', 'rgb(244, 238, 226)');
});
