import type { Page } from '@playwright/test';

export const ENTRY_SCRIPT_PATTERN = '**/_app/immutable/entry/start.*.js';

/** Delays the page's scripts until the returned function is called. */
export async function holdScripts(page: Page): Promise<() => void> {
	let releaseScripts: () => void = () => undefined;
	const isReleased = new Promise<void>((resolve) => (releaseScripts = resolve));
	await page.route(ENTRY_SCRIPT_PATTERN, async (route) => {
		await isReleased;
		await route.fallback();
	});
	return releaseScripts;
}
