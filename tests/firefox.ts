import type { Browser } from '@playwright/test';

/**
 * Answers a command of Playwright that Firefox ESR does not know and that these tests do not need. Uses a private session of
 * Playwright. Without this function, opening a page fails with an error.
 */
export function stubFirefoxDriverCommand(browser: Browser): void {
	const connection: unknown = Reflect.get(browser, '_connection');
	const toImplementation: unknown = Reflect.get(Object(connection), 'toImpl');
	if (typeof toImplementation !== 'function') return;
	const implementation: unknown = Reflect.apply(toImplementation, connection, [browser]);
	const session: unknown = Reflect.get(Object(implementation), '_browserSession');
	if (typeof session !== 'object' || session === null) return;
	const prototype: unknown = Reflect.getPrototypeOf(session);
	const realSend: unknown = Reflect.get(session, 'send');
	if (typeof prototype !== 'object' || prototype === null || typeof realSend !== 'function') return;
	Reflect.set(prototype, 'send', function (this: unknown, method: string, parameters: unknown) {
		if (method === 'emulation.setMediaFeaturesOverride') return Promise.resolve({});
		return Reflect.apply(realSend, this, [method, parameters]) as unknown;
	});
}
