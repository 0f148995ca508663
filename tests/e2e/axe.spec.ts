import { expect, test, type Page } from '../test.ts';
import { findAccessibilityFaults } from './accessibility-faults.ts';

const testedPages: {
	name: string;
	path: string;
	/** Selector of the element to wait for. */
	readySelector?: string;
	/**
	 * True for a workbench, whose width is not tested here: it takes its narrow form as it loads; small-screen.spec.ts tests it.
	 */
	isWorkbench?: true;
}[] = [
	{ name: 'home', path: '' },
	{ name: 'catalogue', path: '/challenges' },
	{ name: 'kit', path: '/kit', readySelector: '.gallery[data-drawn]' },
	{ name: 'machine check', path: '/check', readySelector: '.verdict:not([data-verdict="asking"])' },
	{ name: 'projects', path: '/projects', readySelector: '[data-empty]' },
	{ name: 'project', path: '/projects/new?begin=problem', readySelector: '.editor[data-ready]', isWorkbench: true },
	{ name: 'no such project', path: '/projects/none', readySelector: 'main .button' },
	{ name: 'a project from a challenge', path: '/projects/from/horodateur', readySelector: 'fieldset:not([disabled])' },
	{ name: 'portfolio', path: '/me/portfolio', readySelector: '[data-empty]' },
	{ name: 'join', path: '/join?code=nothing' },
	{ name: 'sign in', path: '/sign-in' },
	{ name: 'sign up', path: '/sign-up' },
	{ name: 'forgotten password', path: '/forgot' },
	{ name: 'account page, signed out', path: '/account' },
	{ name: 'tell a problem', path: '/tell', readySelector: 'form[data-ready]' },
	{ name: 'an invitation that has ended', path: '/tell/none', readySelector: 'form[data-ready]' },
	{ name: 'a private link that leads nowhere', path: '/follow/none' },
	{ name: 'a link to an exhibit that leads nowhere', path: '/shown/none' },
	{ name: 'privacy', path: '/privacy' },
	{ name: 'privacy of tellers', path: '/privacy/tellers' },
	{ name: 'processing register', path: '/privacy/register' },
	{ name: 'page not found', path: '/nowhere' },
	{ name: 'workbench', path: '/challenges/horodateur', readySelector: '.editor[data-ready]', isWorkbench: true }
];

/** Returns how many pixels the page is wider than a telephone, with the largest text. */
async function measurePixelsTooWide(page: Page): Promise<number> {
	const wideViewport = page.viewportSize() ?? { width: 1280, height: 720 };
	await page.setViewportSize({ width: 360, height: 640 });
	const tooWidePixels = await page.evaluate(() => {
		document.documentElement.dataset['textSize'] = 'largest';
		return document.documentElement.scrollWidth - innerWidth;
	});
	await page.setViewportSize(wideViewport);
	return tooWidePixels;
}

// Other tests cover offline use. Here, a service worker would fill the cache of each new browser.
test.use({ serviceWorkers: 'block' });

for (const language of ['fr', 'en']) {
	// All pages are opened in one browser, which keeps scripts and styles from page to page.
	const tag = language === 'fr' ? [] : ['@more'];
	test(`every page passes axe, and all but workbenches fit a telephone, ${language}`, { tag }, async ({ page }) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		for (const { name, path, readySelector, isWorkbench = false } of testedPages) {
			await test.step(name, async () => {
				await page.goto(`/${language}${path}`);
				if (readySelector !== undefined) await page.locator(readySelector).first().waitFor();
				await expect(page.locator('html')).toHaveAttribute('lang', language);
				expect.soft(await findAccessibilityFaults(page), name).toEqual([]);
				if (!isWorkbench) expect.soft(await measurePixelsTooWide(page), name).toBeLessThanOrEqual(0);
			});
		}
	});
}

test('a chosen theme is kept on the next page, against the machine’s preference', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'light' });
	await page.goto('/fr');
	await page.getByRole('button', { name: 'Passer en sombre' }).click();
	const html = page.locator('html');
	await expect(html).toHaveAttribute('data-theme', 'dark');
	await page.goto('/fr/challenges');
	await expect(html).toHaveAttribute('data-theme', 'dark');
	await expect(page.locator('body')).toHaveCSS('color', 'rgb(244, 238, 226)');
});
