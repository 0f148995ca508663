/** Accessibility faults that a machine can find, on every page, in both themes and languages. */
import { expect, test } from '@playwright/test';
import { faults } from './faults.ts';
import { pages } from './pages.ts';

for (const { name, path, ready } of pages) {
	for (const language of ['fr', 'en']) {
		for (const theme of ['light', 'dark']) {
			test(`${name}, ${language}, ${theme}`, async ({ page, context, baseURL }) => {
				await context.addCookies([{ name: 'theme', value: theme, url: baseURL ?? '' }]);
				await page.emulateMedia({ reducedMotion: 'reduce' });
				await page.goto(`/${language}${path}`);
				if (ready !== undefined) await page.locator(ready).first().waitFor();
				await expect(page.locator('html')).toHaveAttribute('lang', language);
				await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
				expect(await faults(page)).toEqual([]);
			});
		}
	}
}
