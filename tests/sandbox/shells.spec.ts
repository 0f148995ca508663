import { SHELL_PATH } from '#sandbox/run/shell/shell-response.ts';
import { startSandboxHost } from './host.ts';
import { expect, compileFiles, compileProgram, sceneOptions, StagePage, test } from './stage-test.ts';

test('the next shell address is tried when the first does not answer', { tag: '@soak' }, async ({ host, page }) => {
	const closedHost = await startSandboxHost({ appOrigins: () => [] });
	const dead = `http://127.0.0.1:${closedHost.port}`;
	await closedHost.close();
	await page.goto(host.appAddress('localhost', dead, `http://127.0.0.1:${host.port}`));
	await page.evaluate(() => window.bench.stage.ready);
	await page.evaluate(
		(b) =>
			window.bench.start(b, {
				kind: 'sketch',
				seed: 1,
				input: { labels: {}, language: 'en', theme: 'light', situation: '', reducedMotion: false }
			}),
		await compileProgram('console.log("here");')
	);
	expect((await page.evaluate(() => window.bench.waitForEvent('console'))).entries).toHaveLength(1);
	await expect(page.locator('#stage iframe')).toHaveCount(1);
});

test('the stage uses the early frame of the page instead of loading another', async ({ host, page }) => {
	const shell = `http://127.0.0.1:${host.port}`;
	let shellRequests = 0;
	page.on('request', (request) => void (shellRequests += Number(request.url() === shell + SHELL_PATH)));
	await page.goto(`${host.appAddress('localhost', shell)}&early`);
	await page.evaluate(() => window.bench.stage.ready);
	await expect(page.locator('#stage iframe')).toHaveCount(1);
	expect(shellRequests).toBe(1);
});

test('an early frame that does not answer is replaced by another frame', { tag: '@soak' }, async ({ host, page }) => {
	const shell = `http://127.0.0.1:${host.port}`;
	await page.route(shell + SHELL_PATH, (route) => route.abort(), { times: 1 });
	await page.goto(`${host.appAddress('localhost', shell)}&early`);
	await page.evaluate(() => window.bench.stage.ready);
	await expect(page.locator('#stage iframe')).toHaveCount(1);
	await expect(page.locator('#stage iframe[data-early]')).toHaveCount(0);
});

test('a program that started early is not reused after another run', async ({ host, page }) => {
	const scene = [
		'export const init = () => 0;',
		'export const step = (n: number) => n + 1;',
		'export const draw = () => undefined;',
		'export const describe = (_: number, input: { situation: string }) => input.situation;'
	].join('\n');
	const bundle = await compileFiles({ 'main.ts': 'export const price = 1;', 'scene.ts': scene });
	await page.route('**/start.txt', (route) => route.fulfill({ body: bundle.code }));
	let releasePageScript: () => void = () => undefined;
	const mayAppStart = new Promise<void>((resolve) => (releasePageScript = resolve));
	await page.route('**/page.js', async (route) => {
		await mayAppStart;
		await route.fallback();
	});
	await page.goto(`${host.appAddress('localhost', `http://127.0.0.1:${host.port}`)}&early`, { waitUntil: 'commit' });
	await expect(page.frameLocator('#stage iframe').frameLocator('iframe').locator('canvas.shown')).toBeVisible();
	releasePageScript();
	await page.waitForFunction(() => 'bench' in window);
	await page.evaluate(() => window.bench.stage.ready);
	const stage = new StagePage(page);
	await stage.start(bundle, { ...sceneOptions, paused: true });
	await stage.waitForEvent('drawn');
	const secondInput = { ...sceneOptions.input, situation: 'second' };
	await stage.start(bundle, { ...sceneOptions, input: secondInput });
	// Only a program that runs describes the new situation.
	await expect.poll(async () => JSON.stringify(await stage.readRunEvents())).toContain('"description":["second"]');
});

test('the stage reports a blocked frame when no shell answers', async ({ host, page }) => {
	const closedHost = await startSandboxHost({ appOrigins: () => [] });
	await closedHost.close();
	await page.goto(host.appAddress('localhost', `http://127.0.0.1:${closedHost.port}`));
	const outcome = await page.evaluate(() =>
		window.bench.stage.ready.then(
			() => 'ready',
			(error: Error) => error.name
		)
	);
	expect(outcome).toBe('FrameBlocked');
});

test('an app that is unknown to the shell cannot embed the shell', async ({ page }) => {
	const host = await startSandboxHost({ appOrigins: () => ['http://localhost:1'] });
	await page.goto(host.appAddress('localhost', `http://127.0.0.1:${host.port}`));
	const outcome = await page.evaluate(() =>
		window.bench.stage.ready.then(
			() => 'ready',
			(error: Error) => error.name
		)
	);
	expect(outcome).toBe('FrameBlocked');
	await host.close();
});
