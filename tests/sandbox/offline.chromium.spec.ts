import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, compileProgram, sketchOptions, test } from './stage-test.ts';
import { startSandboxHost } from './host.ts';

/**
 * Browser switch that leaves partitioned storage on, as in real browsers. The driver turns it off by a switch of its own, and a
 * frame from another site then has no service worker. Of two such switches, the last one counts.
 */
const PARTITIONED_STORAGE_SWITCH = '--disable-features=Translate';

test('the shell works with its server stopped and the browser restarted', async ({ playwright, browserName }, info) => {
	const profile = await mkdtemp(join(tmpdir(), 'braise-shell-'));
	const { launchOptions, channel } = info.project.use;
	const openBrowser = () =>
		playwright[browserName].launchPersistentContext(profile, {
			...launchOptions,
			...(browserName === 'chromium' ? { args: [...(launchOptions?.args ?? []), PARTITIONED_STORAGE_SWITCH] } : {}),
			...(channel === undefined ? {} : { channel })
		});
	// The app's page has a server of its own here, so that the shell's can be stopped.
	const appHost = await startSandboxHost({ appOrigins: () => [], answerShell: () => undefined });
	const host = await startSandboxHost({ appOrigins: () => [`http://localhost:${appHost.port}`] });
	const shell = `http://127.0.0.1:${host.port}`;
	try {
		const firstContext = await openBrowser();
		const page = await firstContext.newPage();
		await page.goto(appHost.appAddress('localhost', shell));
		await page.evaluate(() => window.bench.stage.ready);
		await expect
			.poll(() =>
				page
					.frames()
					.find((frame) => frame.url().startsWith(shell))
					?.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state)
			)
			.toBe('activated');
		await firstContext.close();
		await host.close();
		await expect(fetch(`${shell}/sandbox/shell`)).rejects.toThrow();

		const secondContext = await openBrowser();
		const reopenedPage = await secondContext.newPage();
		await reopenedPage.goto(appHost.appAddress('localhost', shell));
		await reopenedPage.evaluate(() => window.bench.stage.ready);
		const bundle = await compileProgram('console.log("offline");');
		await reopenedPage.evaluate(([b, o]) => window.bench.start(b, o), [bundle, sketchOptions] as const);
		const consoleEvent = await reopenedPage.evaluate(() => window.bench.waitForEvent('console'));
		expect(consoleEvent.entries[0]?.values[0]?.text).toBe('offline');
		await secondContext.close();
	} finally {
		await appHost.close();
		await host.close();
		await rm(profile, { recursive: true, force: true });
	}
});
