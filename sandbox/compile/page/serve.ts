import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { build } from 'vite';
import { cacheFirstSuccess } from '../../cache-first-success.ts';
import { sandboxShellPlugin } from '../../run/plugin.ts';
import { compilerEnginePlugin } from '../engine-file.ts';

const CONTENT_TYPES: Record<string, string> = {
	'.html': 'text/html',
	'.js': 'text/javascript',
	'.wasm': 'application/wasm'
};
const CHROMIUM_ARGUMENTS = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'];

export interface CompilerTestPage {
	page: Page;
	close(): Promise<void>;
}

export const openCompilerPage = cacheFirstSuccess(async (): Promise<CompilerTestPage> => {
	const folder = await mkdtemp(join(tmpdir(), 'compiler-'));
	await build({
		configFile: false,
		logLevel: 'error',
		root: fileURLToPath(new URL('.', import.meta.url)),
		plugins: [sandboxShellPlugin()],
		build: { outDir: folder, emptyOutDir: true },
		worker: { format: 'es', plugins: () => [compilerEnginePlugin()] }
	});
	const server = createServer((request, response) => {
		const path = new URL(request.url ?? '/', 'http://localhost').pathname;
		const file = join(folder, path === '/' ? 'index.html' : path);
		readFile(file).then(
			(body) => response.writeHead(200, { 'content-type': CONTENT_TYPES[extname(file)] ?? 'text/plain' }).end(body),
			() => response.writeHead(404).end()
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const executablePath = process.env['CHROMIUM_PATH'];
	const browser = await chromium.launch({
		...(executablePath === undefined ? {} : { executablePath }),
		args: CHROMIUM_ARGUMENTS
	});
	const page = await browser.newPage();
	await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
	return {
		page,
		async close() {
			await browser.close();
			server.close();
			await rm(folder, { recursive: true });
		}
	};
});
