import { request as ask, type IncomingHttpHeaders } from 'node:http';
import { expect, test } from '../test.ts';
import { appOrigin, localhostShellOrigin, appPort, shellOrigin } from '../servers.ts';

interface HttpAnswer {
	status: number;
	headers: IncomingHttpHeaders;
	body: string;
}

/** Sends a request over a plain socket, with headers that browsers do not let pages set. */
function fetchAnswer(
	url: string,
	headers: Record<string, string> = {},
	method = 'GET',
	body = ''
): Promise<HttpAnswer> {
	return new Promise((resolve, reject) => {
		const request = ask(url, { method, headers }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () =>
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() })
			);
		});
		request.on('error', reject);
		request.end(body);
	});
}

/** The headers that a browser sends when it loads a frame of the other host. */
const FRAME_REQUEST_HEADERS = {
	'sec-fetch-dest': 'iframe',
	'sec-fetch-mode': 'navigate',
	'sec-fetch-site': 'cross-site'
};

test.describe('the app host', () => {
	test('redirects an address without a language to the browser’s language, or to French', async () => {
		const englishAnswer = await fetchAnswer(`${appOrigin}/`, { 'accept-language': 'en-GB,en;q=0.8' });
		expect([englishAnswer.status, englishAnswer.headers.location]).toEqual([307, '/en']);
		const unknown = await fetchAnswer(`${appOrigin}/some/where?x=1`, { 'accept-language': 'de' });
		expect([unknown.status, unknown.headers.location]).toEqual([307, '/fr/some/where?x=1']);
		expect(englishAnswer.headers.vary).toContain('Accept-Language');
	});

	test('answers 404 for a missing file, without a redirect to a language', async () => {
		expect((await fetchAnswer(`${appOrigin}/pictures/nothing.webp`)).status).toBe(404);
	});

	for (const language of ['fr', 'en']) {
		test(`names the page’s language in the HTML of /${language}`, async () => {
			const { status, body } = await fetchAnswer(`${appOrigin}/${language}`);
			expect(status).toBe(200);
			expect(body).toContain(`<html lang="${language}"`);
		});
	}

	test('takes the page’s theme from the cookie, and ignores an invalid value', async () => {
		expect((await fetchAnswer(`${appOrigin}/fr`, { cookie: 'theme=dark' })).body).toContain('data-theme="dark"');
		expect((await fetchAnswer(`${appOrigin}/fr`, { cookie: 'theme=%22%3E%3Cscript%3E' })).body).toContain(
			'data-theme=""'
		);
	});

	test('allows its page to frame only the shell and to run only its own scripts', async () => {
		const { headers } = await fetchAnswer(`${appOrigin}/fr`);
		const policy = String(headers['content-security-policy']);
		expect(policy).toContain(`frame-src ${shellOrigin}/sandbox/shell ${localhostShellOrigin}/sandbox/shell`);
		expect(policy).not.toContain('unsafe-eval');
		expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'(;|$)/);
	});

	test('sends nosniff, a policy and an opener policy with every kind of answer', async () => {
		const page = await fetchAnswer(`${appOrigin}/fr`);
		const script = /src="([^"]+\.js)"|href="([^"]+\.js)"|import\("([^"]+\.js)"\)/.exec(page.body);
		const scriptPath = script?.slice(1).find((path) => path !== undefined) ?? 'no script found';
		for (const path of ['/fr', '/fr/nowhere', '/healthz', scriptPath]) {
			const { headers } = await fetchAnswer(appOrigin + path);
			expect(headers, path).toMatchObject({
				'x-content-type-options': 'nosniff',
				'cross-origin-opener-policy': 'same-origin'
			});
			expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
		}
		expect((await fetchAnswer(appOrigin + scriptPath)).headers['cache-control']).toContain('immutable');
	});

	test('compresses rendered pages and stored scripts', async () => {
		const page = await fetchAnswer(`${appOrigin}/fr`, { 'accept-encoding': 'br, gzip' });
		expect(page.headers['content-encoding']).toBe('br');
		const [path = 'no script found'] =
			/\/_app\/immutable\/entry\/[^"]+\.js/.exec((await fetchAnswer(`${appOrigin}/fr`)).body) ?? [];
		expect((await fetchAnswer(appOrigin + path, { 'accept-encoding': 'br, gzip' })).headers['content-encoding']).toBe(
			'br'
		);
		expect((await fetchAnswer(appOrigin + path, { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe(
			'gzip'
		);
	});

	test('accepts a form over plain http on a network, and refuses a form from another origin', async () => {
		const host = `192.0.2.20:${appPort}`;
		const postFromOrigin = (origin: string) =>
			fetchAnswer(
				`${appOrigin}/fr`,
				{ host, origin, 'content-type': 'application/x-www-form-urlencoded' },
				'POST',
				'a=1'
			);
		expect((await postFromOrigin(`http://${host}`)).status).not.toBe(403);
		expect((await postFromOrigin('http://evil.example')).status).toBe(403);
	});

	test('refuses requests with an invalid host name', async () => {
		for (const host of ['a b', "localhost; script-src 'unsafe-inline'", 'x,y', 'user@localhost']) {
			expect((await fetchAnswer(`${appOrigin}/fr`, { host })).status, host).toBe(400);
		}
	});

	test('reports its health and version', async () => {
		const { status, body } = await fetchAnswer(`${appOrigin}/healthz`);
		expect(status).toBe(200);
		expect(JSON.parse(body)).toMatchObject({ status: 'ok', version: expect.any(String) });
	});
});

test.describe('the shell host', () => {
	for (const [name, shell, framedBy] of [
		['the other loopback name', shellOrigin, appOrigin],
		['the next port', localhostShellOrigin, appOrigin],
		['the next port of the other name', `http://127.0.0.1:${appPort + 1}`, shellOrigin]
	] as const) {
		test(`on ${name} allows only its own app to frame the shell`, async () => {
			const { status, headers } = await fetchAnswer(`${shell}/sandbox/shell`, FRAME_REQUEST_HEADERS);
			expect(status).toBe(200);
			expect(headers['content-security-policy']).toMatch(new RegExp(`frame-ancestors ${framedBy}(;|$)`));
			expect(headers).toMatchObject({ 'connection-allowlist': '(response-origin)', 'referrer-policy': 'no-referrer' });
			expect(headers['cross-origin-opener-policy']).toBeUndefined();
		});
	}

	test('on the next port serves nothing but the shell', async () => {
		const [asset = 'no script found'] =
			/\/_app\/immutable\/entry\/[^"]+\.js/.exec((await fetchAnswer(`${appOrigin}/fr`)).body) ?? [];
		for (const path of [
			'/',
			'/fr',
			'/healthz',
			asset,
			'/sandbox/',
			'/sandbox/other',
			'/sandbox/../fr',
			'/sandbox/%2e%2e/fr'
		]) {
			expect((await fetchAnswer(localhostShellOrigin + path)).status, path).toBe(404);
		}
	});

	test('serves the service worker’s script only as a service worker', async () => {
		const path = `${shellOrigin}/sandbox/service-worker.js`;
		expect((await fetchAnswer(path, { 'sec-fetch-dest': 'serviceworker' })).headers['content-type']).toContain(
			'javascript'
		);
		expect((await fetchAnswer(path, { 'sec-fetch-dest': 'script' })).status).toBe(404);
	});

	test('refuses to serve the shell as a page, as a script, or to its own host', async () => {
		for (const headers of [
			{ 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none' },
			{ ...FRAME_REQUEST_HEADERS, 'sec-fetch-site': 'same-origin' },
			{ 'sec-fetch-dest': 'script', 'sec-fetch-site': 'cross-site' }
		]) {
			expect((await fetchAnswer(`${shellOrigin}/sandbox/shell`, headers)).status).toBe(404);
		}
	});

	test('serves the shell under a network name only on the next port', async () => {
		expect((await fetchAnswer(`${appOrigin}/sandbox/shell`, { host: `192.0.2.20:${appPort}` })).status).toBe(404);
		expect(
			(await fetchAnswer(`${localhostShellOrigin}/sandbox/shell`, { host: `192.0.2.20:${appPort + 1}` })).status
		).toBe(200);
	});

	test('ignores a client’s own headers for host role and protocol', async () => {
		expect(
			(await fetchAnswer(`${appOrigin}/sandbox/shell`, { host: `192.0.2.20:${appPort}`, 'braise-host-role': 'shell' }))
				.status
		).toBe(404);
		expect(
			(await fetchAnswer(`${appOrigin}/fr`, { 'braise-protocol': 'https' })).headers['content-security-policy']
		).not.toContain('https://');
	});
});

test.describe('in a browser', () => {
	test.use({ serviceWorkers: 'allow' });

	test('the shell comes from its service worker when a page of the app frames it again', async ({ page }) => {
		await page.goto('/fr');
		const shell = `${localhostShellOrigin}/sandbox/shell`;
		const openInFrame = () =>
			page.evaluate(
				(src) =>
					new Promise<void>((resolve) => {
						const frame = document.createElement('iframe');
						frame.src = src;
						frame.onload = () => resolve();
						document.body.append(frame);
					}),
				shell
			);
		await openInFrame();
		await page
			.frames()
			.find((frame) => frame.url() === shell)
			?.evaluate(async () => {
				await navigator.serviceWorker.ready;
			});
		const [answer] = await Promise.all([page.waitForResponse(shell), openInFrame()]);
		expect([answer.status(), answer.fromServiceWorker()]).toEqual([200, true]);
	});

	test('a page of the app cannot frame its own host or another', async ({ page }) => {
		await page.goto('/fr');
		for (const src of [`${appOrigin}/sandbox/shell`, `${appOrigin}/fr`, 'http://127.0.0.1:9/']) {
			const blockedAddress = await page.evaluate(
				(address) =>
					new Promise<string>((resolve) => {
						document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
							once: true
						});
						const frame = document.createElement('iframe');
						frame.src = address;
						document.body.append(frame);
					}),
				src
			);
			expect(blockedAddress, src).toBe('frame-src');
		}
	});

	test('the home page loads without violating its content security policy', async ({ page }) => {
		const violations: string[] = [];
		page.on('console', (message) => {
			if (/content security policy/i.test(message.text())) violations.push(message.text());
		});
		for (const path of ['/fr', '/en', '/fr/']) {
			await page.goto(path);
			await page.waitForLoadState('networkidle');
		}
		expect(violations).toEqual([]);
	});
});
