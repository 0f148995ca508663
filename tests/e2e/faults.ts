import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

type Theme = 'light' | 'dark';

/** Returns the faults that axe finds in each theme, one line for each rule, with their places. */
export async function faults(page: Page, themes: Theme[] = ['dark', 'light']): Promise<string[]> {
	const found: string[] = [];
	for (const colorScheme of themes) {
		// Without a chosen theme the page follows the machine's.
		await page.emulateMedia({ colorScheme });
		// Scripts learn of the change at the next frame, and then recolour the code.
		await page.evaluate(
			() => new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))
		);
		// Finish transitions: axe would read colours in between, and waiting never ends for elements that are not drawn.
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
