/** Builds the lab with the product's plugins, and serves lab and shell from separate hosts. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { compilerEnginePlugin } from '#sandbox/compile/engine-file.ts';
import { buildShellPage, sandboxShellPlugin } from '#sandbox/run/plugin.ts';
import { answerShellRequest } from '#sandbox/run/shell/shell-response.ts';
import { monacoPlugin } from '#lib/editor/vite/monaco.ts';
import { bundleWorker } from './worker-source.ts';

const LAB_FOLDER = fileURLToPath(new URL('.', import.meta.url));
const CONTENT_TYPE_BY_EXTENSION: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.wasm': 'application/wasm',
	'.woff2': 'font/woff2'
};

export interface ServedLab {
	address: string;
	close(): Promise<void>;
}

export async function serveLab(): Promise<ServedLab> {
	const folder = await mkdtemp(join(tmpdir(), 'braise-lab-'));
	await build({
		configFile: false,
		logLevel: 'error',
		root: LAB_FOLDER,
		plugins: [svelte({ configFile: false, preprocess: vitePreprocess() }), sandboxShellPlugin(), monacoPlugin()],
		worker: { format: 'es', plugins: () => [monacoPlugin(), compilerEnginePlugin()] },
		build: { outDir: folder, emptyOutDir: true, target: 'es2022' }
	});
	const [shell, worker] = await Promise.all([buildShellPage(), bundleWorker()]);
	const server = createServer((request, response) => {
		const url = new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`);
		const app = `http://localhost:${url.port}`;
		const shellAnswer = answerShellRequest(shell, new Request(url), [app]);
		if (shellAnswer) {
			response.writeHead(shellAnswer.status, Object.fromEntries(shellAnswer.headers));
			void shellAnswer.text().then((text) => response.end(text));
			return;
		}
		if (url.pathname === '/worker.js')
			return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(worker);
		const path = normalize(url.pathname === '/' ? '/index.html' : url.pathname);
		readFile(join(folder, path)).then(
			(body) =>
				response.writeHead(200, { 'content-type': CONTENT_TYPE_BY_EXTENSION[extname(path)] ?? 'text/plain' }).end(body),
			() => response.writeHead(404).end()
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		address: `http://localhost:${port}/?shell=${encodeURIComponent(`http://127.0.0.1:${port}/sandbox/shell`)}`,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => void rm(folder, { recursive: true, force: true }).then(() => resolve()));
			})
	};
}
