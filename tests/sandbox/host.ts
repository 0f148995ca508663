/** Serves the sandbox without the app: a bare page with a stage, and the shell. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildEarlyScript, buildShellPage, type BuiltShell } from '#sandbox/run/build.ts';
import { answerShellRequest, SHELL_PATH } from '#sandbox/run/shell/shell-response.ts';

export interface SandboxTestHost {
	port: number;
	/** Returns the address of the app's page on a host. The page tries the shells in order. */
	appAddress(host: string, ...shells: string[]): string;
	close(): Promise<void>;
}

export interface SandboxHostOptions {
	port?: number;
	appOrigins: (port: number) => string[];
	/** Answers requests for the shell. A control run passes a function whose shell must leak. */
	answerShell?: (builtShell: BuiltShell, request: Request, appOrigins: string[]) => Response | undefined;
	appPageHeaders?: (shells: string) => Record<string, string>;
}

const pageEntryPath = fileURLToPath(new URL('./page.ts', import.meta.url));

async function bundlePageScript(entry = pageEntryPath): Promise<string> {
	const buildResult = await build({
		entryPoints: [entry],
		bundle: true,
		write: false,
		format: 'esm',
		target: 'es2022',
		conditions: ['browser'],
		// The browser's compiler is left out, because it is not tested here.
		external: ['*?worker', '*?url'],
		logLevel: 'silent'
	});
	return buildResult.outputFiles[0]?.text ?? '';
}

let shellAndPageScript: Promise<[BuiltShell, string]> | undefined;

/**
 * Starts the host. One server answers both hosts (`localhost` and `127.0.0.1`); a second one is on the next port, as on a laptop
 * that serves a class.
 */
export async function startSandboxHost(options: SandboxHostOptions): Promise<SandboxTestHost> {
	const { appOrigins, answerShell = answerShellRequest, appPageHeaders = createAppPageHeaders } = options;
	shellAndPageScript ??= Promise.all([buildShellPage(), bundlePageScript()]);
	const [builtShell, pageScript] = await shellAndPageScript;
	const server = createServer((request, response) => {
		void answerRequest(request, response).catch(() => response.writeHead(500).end());
	});

	async function answerRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`);
		const tag = request.headers['if-none-match'];
		const shellRequest = new Request(url, { headers: tag === undefined ? {} : { 'if-none-match': tag } });
		const shellAnswer = answerShell(builtShell, shellRequest, appOrigins(port));
		if (shellAnswer !== undefined) {
			response.writeHead(shellAnswer.status, Object.fromEntries(shellAnswer.headers));
			response.end(await shellAnswer.text());
		} else if (url.pathname === '/page.js') {
			response.writeHead(200, { 'content-type': 'text/javascript' }).end(pageScript);
		} else if (url.pathname === '/') {
			const shells = url.searchParams.get('shell') ?? "'none'";
			const earlyShell = url.searchParams.has('early') ? `${shells.split(' ')[0]}${SHELL_PATH}` : undefined;
			response.writeHead(200, appPageHeaders(shells)).end(writeAppPage(earlyShell));
		} else if (url.pathname === '/early.js') {
			response.writeHead(200, { 'content-type': 'text/javascript' }).end((await buildEarlyScript()).code);
		} else if (url.pathname === '/bare') {
			// A page without any protection, for control runs.
			response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Bare</title><body></body>');
		} else response.writeHead(404).end();
	}

	const port = await listenAndGetPort(server, options.port ?? 0);
	return {
		port,
		appAddress: (host, ...shells) => `http://${host}:${port}/?shell=${encodeURIComponent(shells.join(' '))}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}

/** Returns those headers of the app's pages that concern the frame. */
function createAppPageHeaders(shell: string): Record<string, string> {
	return {
		'content-type': 'text/html; charset=utf-8',
		'content-security-policy': [
			"default-src 'self'",
			"script-src 'self'",
			"style-src 'self' 'unsafe-inline'",
			"worker-src 'self' blob:",
			`frame-src ${shell}`,
			"object-src 'none'",
			"base-uri 'none'",
			"form-action 'self'",
			"frame-ancestors 'none'"
		].join('; ')
	};
}

/** Options of the program that the early frame runs, whose code is at `/start.txt`. */
const EARLY_RUN_OPTIONS = JSON.stringify({
	kind: 'scene',
	seed: 1,
	input: { labels: {}, language: 'en', situation: '' }
});

/** `earlyShell`: address of the shell whose frame comes with the page; undefined for a page without a frame. */
const writeAppPage = (earlyShell: string | undefined): string =>
	[
		'<!doctype html><html lang="en"><meta charset="utf-8"><title>Sandbox</title>',
		'<button id="before">before</button>',
		'<div id="stage" style="width:320px;height:200px">',
		...(earlyShell === undefined
			? []
			: [
					'<script src="/early.js"></script>',
					`<iframe data-early data-start="/start.txt" data-options='${EARLY_RUN_OPTIONS}' title="Stage" src="${earlyShell}"></iframe>`
				]),
		'</div>',
		'<button id="after">after</button>',
		'<script type="module" src="/page.js"></script></html>'
	].join('');

function listenAndGetPort(server: Server, port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '0.0.0.0', () => {
			const address = server.address();
			if (typeof address === 'object' && address !== null) resolve(address.port);
		});
	});
}
