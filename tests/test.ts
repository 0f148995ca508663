/** Playwright's `test`, which also closes pages that a test opened itself, because Playwright would leave them open. */
import { test as base } from '@playwright/test';

export * from '@playwright/test';

export const test = base.extend<{ closedPages: null }>({
	closedPages: [
		async ({ browser }, use) => {
			await use(null);
			await Promise.all(browser.contexts().map((context) => context.close()));
		},
		{ auto: true }
	]
});
