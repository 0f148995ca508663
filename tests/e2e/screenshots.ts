import type { Page } from '@playwright/test';

/**
 * Saves a screenshot of the page in each theme to the folder that `BRAISE_PICTURES` names; does nothing without that variable.
 */
export async function saveScreenshots(page: Page, name: string): Promise<void> {
	const folder = process.env['BRAISE_PICTURES'];
	if (folder === undefined) return;
	for (const colorScheme of ['light', 'dark'] as const) {
		// Turns transitions off, because a screenshot would show them half-way.
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await page.screenshot({
			path: `${folder}/${name}-${page.viewportSize()?.width}-${colorScheme}.png`,
			fullPage: true
		});
	}
	await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

/** Saves screenshots of the page in the widths of computers, tablets and telephones. */
export async function saveScreenshotsByWidth(page: Page, name: string, widths = [1366, 820, 360]): Promise<void> {
	const viewportBefore = page.viewportSize();
	if (process.env['BRAISE_PICTURES'] === undefined || viewportBefore === null) return;
	for (const width of widths) {
		await page.setViewportSize({ width, height: 768 });
		await saveScreenshots(page, name);
	}
	await page.setViewportSize(viewportBefore);
}
