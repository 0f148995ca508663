import { expect, type Page } from '@playwright/test';
import { isSoakRun } from '../soak.ts';
import { findViolations } from './axe-run.ts';

/** The rules that a theme can break. */
const AXE_COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
const ALL_AXE_RULE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Theme = 'light' | 'dark';

/**
 * Returns the faults that axe finds in each theme: one line for each rule, with the places. In the second theme it tests only
 * colours, because nothing else changes; the soak tests everything twice.
 */
export async function findAccessibilityFaults(page: Page, themes: Theme[] = ['dark', 'light']): Promise<string[]> {
	const faultTexts: string[] = [];
	for (const [nth, colorScheme] of themes.entries()) {
		// Unless a person has chosen a theme, the page follows the machine's.
		await page.emulateMedia({ colorScheme });
		// Scripts notice the change in the next frame, and then give the code its new colours.
		await page.evaluate(
			() => new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))
		);
		// Jumps to the end of every transition, because axe would read the colours in between. Waiting would never end for elements
		// that are not drawn.
		await page.evaluate(() => {
			for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
		});
		const areOnlyColoursTested = nth > 0 && !isSoakRun;
		const violations = await findViolations(page, {
			runOnly: areOnlyColoursTested
				? { type: 'rule', values: AXE_COLOUR_RULES }
				: { type: 'tag', values: ALL_AXE_RULE_TAGS }
		});
		faultTexts.push(...violations.map(({ rule, places }) => `${colorScheme}, ${rule}: ${places.join(', ')}`));
	}
	return faultTexts;
}

/** Expects no fault of axe, and a page that does not scroll sideways. */
export async function expectAccessibleWithoutOverflow(page: Page): Promise<void> {
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
	expect(await findAccessibilityFaults(page)).toEqual([]);
}
