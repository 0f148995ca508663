/** Builds the editor's test page with the product's plugins, and serves it rendered and with its policy. */
import { createReadStream, existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { build, type InlineConfig } from 'vite';
import { monacoPlugin } from '#lib/editor/vite/monaco.ts';

const EDITOR_PAGE_FOLDER = fileURLToPath(new URL('./page/', import.meta.url));
const CONTENT_SECURITY_POLICY =
	"default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'";
const CONTENT_TYPE_BY_EXTENSION: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.woff2': 'font/woff2',
	'.ttf': 'font/ttf'
};

export interface ServedEditorPage {
	address: string;
	folder: string;
	close(): Promise<void>;
}

async function buildEditorPage(folder: string): Promise<(search: string) => { head: string; body: string }> {
	const sharedConfiguration: InlineConfig = {
		root: EDITOR_PAGE_FOLDER,
		configFile: false,
		logLevel: 'error',
		plugins: [svelte({ configFile: false, preprocess: vitePreprocess() }), monacoPlugin()],
		worker: { format: 'es', plugins: () => [monacoPlugin()] }
	};
	await build({ ...sharedConfiguration, build: { outDir: join(folder, 'client'), manifest: true } });
	await build({
		...sharedConfiguration,
		ssr: { noExternal: true },
		build: {
			outDir: join(folder, 'server'),
			ssr: join(EDITOR_PAGE_FOLDER, 'server.ts'),
			rollupOptions: { output: { entryFileNames: 'server.mjs' } }
		}
	});
	const module = (await import(pathToFileURL(join(folder, 'server', 'server.mjs')).href)) as {
		renderEditorPage(search: string): { head: string; body: string };
	};
	return (search) => module.renderEditorPage(search);
}

export async function serveEditorPage(port = 0): Promise<ServedEditorPage> {
	const folder = await mkdtemp(join(tmpdir(), 'braise-editor-'));
	const renderPage = await buildEditorPage(folder);
	const template = await readFile(join(folder, 'client', 'index.html'), 'utf8');
	const server: Server = createServer((request, response) => {
		const url = new URL(request.url ?? '/', 'http://127.0.0.1');
		response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY);
		if (url.pathname === '/') {
			const { head, body } = renderPage(url.search);
			response.setHeader('Content-Type', 'text/html; charset=utf-8');
			response.end(template.replace('</head>', () => `${head}</head>`).replace('<!--app-->', () => body));
			return;
		}
		const file = join(folder, 'client', normalize(url.pathname));
		if (!file.startsWith(join(folder, 'client')) || !existsSync(file)) {
			response.writeHead(404).end();
			return;
		}
		response.setHeader('Content-Type', CONTENT_TYPE_BY_EXTENSION[extname(file)] ?? 'application/octet-stream');
		createReadStream(file).pipe(response);
	});
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	return {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		folder,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			await rm(folder, { recursive: true, force: true });
		}
	};
}
