import { expect, test as base } from '../any-browser.ts';
import { appPort } from '../servers.ts';
import { goThroughMeterChallenge } from './lesson.ts';

/** A host name as in a local network. Each browser needs another setting to resolve it. */
const LAN_HOST_NAME = 'classe.lan.test';

const test = base.extend({
	launchOptions: [
		async ({ launchOptions, browserName }, use) => {
			const { args = [], ...options } = launchOptions;
			await use(
				browserName === 'firefox'
					? { ...launchOptions, firefoxUserPrefs: { 'network.dns.localDomains': LAN_HOST_NAME } }
					: { ...options, args: [...args, `--host-resolver-rules=MAP ${LAN_HOST_NAME} 127.0.0.1`] }
			);
		},
		{ scope: 'worker' }
	]
});
test.use({ baseURL: `http://${LAN_HOST_NAME}:${appPort}` });

test('the lesson works over plain http under a network name', async ({ page }) => {
	await page.goto('/fr');
	expect(await page.evaluate(() => isSecureContext)).toBe(false);
	await goThroughMeterChallenge(page, 'fr', 'mouse');
	expect(page.frames().some((frame) => frame.url().startsWith(`http://${LAN_HOST_NAME}:${appPort + 1}/`))).toBe(true);
});
