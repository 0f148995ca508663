/** Playwright's `test`, which closes the pages that a test opened itself. Playwright would leave them open. */
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
