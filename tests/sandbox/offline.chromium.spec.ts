/** Tests the stage when the server of its shell is stopped. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, compileProgram, sketchOptions, test } from './stage-test.ts';
import { startHost } from './host.ts';

/**
 * A switch that leaves partitioned storage on. The driver turns it off, and a page on another site then has no service worker. Real
 * browsers have it on. Of two such switches, the last one counts.
 */
const PARTITIONED = '--disable-features=Translate';

test('the shell works with its server stopped and the browser restarted', async ({ playwright, browserName }, info) => {
	const profile = await mkdtemp(join(tmpdir(), 'braise-shell-'));
	const { launchOptions, channel } = info.project.use;
	const open = () =>
		playwright[browserName].launchPersistentContext(profile, {
			...launchOptions,
			...(browserName === 'chromium' ? { args: [...(launchOptions?.args ?? []), PARTITIONED] } : {}),
			...(channel === undefined ? {} : { channel })
		});
	// The app's page has a server of its own here, so that the shell's can be stopped.
	const app = await startHost({ appOrigins: () => [], shell: () => undefined });
	const host = await startHost({ appOrigins: () => [`http://localhost:${app.port}`] });
	const shell = `http://127.0.0.1:${host.port}`;
	try {
		const first = await open();
		const page = await first.newPage();
		await page.goto(app.app('localhost', shell));
		await page.evaluate(() => window.bench.stage.ready);
		await expect
			.poll(() =>
				page
					.frames()
					.find((frame) => frame.url().startsWith(shell))
					?.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state)
			)
			.toBe('activated');
		await first.close();
		await host.close();
		await expect(fetch(`${shell}/sandbox/shell`)).rejects.toThrow();

		const second = await open();
		const again = await second.newPage();
		await again.goto(app.app('localhost', shell));
		await again.evaluate(() => window.bench.stage.ready);
		const bundle = await compileProgram('console.log("offline");');
		await again.evaluate(([b, o]) => window.bench.start(b, o), [bundle, sketchOptions] as const);
		const consoleEvent = await again.evaluate(() => window.bench.until('console'));
		expect(consoleEvent.entries[0]?.values[0]?.text).toBe('offline');
		await second.close();
	} finally {
		await app.close();
		await host.close();
		await rm(profile, { recursive: true, force: true });
	}
});
