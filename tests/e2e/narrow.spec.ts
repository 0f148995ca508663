/** Tests what a small screen keeps in view: the stage above a keyboard, and the bar within its width. */
import { expect, test } from '../test.ts';
import { firstVisit, give } from './assigned.ts';
import { newClass, newTeacher } from './persons.ts';

test.describe('on a telephone', () => {
	test.use({ viewport: { width: 360, height: 640 }, hasTouch: true });

	test('an on-screen keyboard takes the bars away, and not the stage', async ({ page }) => {
		await page.goto('/fr/projects/new');
		const bars = [page.getByRole('banner'), page.getByRole('navigation', { name: 'Parties de l’écran' })];
		const code = page.locator('.editor .frame textarea');
		await expect(page.locator('.editor[data-ready]')).toBeVisible();
		// A window that is only lower has no keyboard.
		await page.setViewportSize({ width: 360, height: 340 });
		for (const bar of bars) await expect(bar).toBeVisible();
		await page.setViewportSize({ width: 360, height: 640 });
		await code.tap();
		await page.setViewportSize({ width: 360, height: 340 });
		for (const bar of bars) await expect(bar).toBeHidden();
		await expect(page.locator('.picture iframe')).toBeInViewport({ ratio: 1 });
		const height = async (of: string) => (await page.locator(of).first().boundingBox())?.height;
		// Five lines at least, below a picture.
		expect(await height('.picture')).toBeGreaterThan(80);
		expect(await height('.editor')).toBeGreaterThan(5 * 23);
		await page.setViewportSize({ width: 360, height: 640 });
		for (const bar of bars) await expect(bar).toBeVisible();
	});

	test('the card of a project stands below the stage, and beside it on a telephone on its side', async ({ page }) => {
		await page.goto('/fr/projects/new?begin=problem');
		await expect(page.locator('.editor[data-ready]')).toBeAttached();
		for (const [width, height] of [
			[360, 640],
			[740, 360]
		] as const) {
			await page.setViewportSize({ width, height });
			await expect(page.locator('.picture iframe')).toBeInViewport({ ratio: 1 });
			await expect(page.locator('.aside h2')).toBeInViewport({ ratio: 1 });
		}
	});
});

test('ten steps, a pair and a person fit into the bar', { tag: '@soak' }, async ({ browser }) => {
	const teacher = await newTeacher(browser);
	await newClass(teacher, '2de étroite');
	const { link } = await give(teacher.page, new URL(teacher.page.url()).pathname, 'challenge=nutri-score');
	const { page } = await firstVisit(browser, link, 'Loutre Rapide');
	await expect(page.getByRole('button', { name: 'À deux' })).toBeVisible();
	const overflow = () => page.getByRole('banner').evaluate((bar) => bar.scrollWidth - bar.clientWidth);
	for (const width of [1025, 1100, 1200, 1249, 1280, 1366]) {
		await page.setViewportSize({ width, height: 720 });
		await expect.poll(overflow, `at ${width} pixels`).toBe(0);
		await expect(page.getByRole('button', { name: 'Aller plus loin' })).toBeVisible();
	}
});
