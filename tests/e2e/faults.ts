import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

type Theme = 'light' | 'dark';

/** What axe finds on the page as it is now, theme by theme: a line a rule, with the places. */
export async function faults(page: Page, themes: Theme[] = ['dark', 'light']): Promise<string[]> {
	const found: string[] = [];
	for (const colorScheme of themes) {
		// Whoever chose no theme has the machine's, and the page follows when it changes.
		await page.emulateMedia({ colorScheme });
		// Scripts hear of it when a frame is drawn, and the code takes its colours from them.
		await page.evaluate(
			() => new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))
		);
		// Colours on their way are not what anyone reads; waiting for them would not end for what is not drawn.
		await page.evaluate(() => {
			for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
		});
		const { violations } = await new AxeBuilder({ page })
			.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
			.analyze();
		found.push(
			...violations.map(
				({ id, nodes }) => `${colorScheme}, ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`
			)
		);
	}
	return found;
}
