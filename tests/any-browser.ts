import { test as base } from './test.ts';
import { stubFirefoxDriverCommand } from './firefox.ts';

export { expect } from './test.ts';

export const test = base.extend<object, { stubbedDriver: true }>({
	stubbedDriver: [
		async ({ browser, browserName }, use) => {
			if (browserName === 'firefox') stubFirefoxDriverCommand(browser);
			await use(true);
		},
		{ scope: 'worker', auto: true }
	]
});
