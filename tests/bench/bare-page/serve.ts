import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build as bundle } from 'esbuild';
import { createLabProgram } from '../lab/sources.ts';
import { bundleWorker } from '../lab/worker-source.ts';

const resolveBesideThisFile = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export interface ServedBarePage {
	port: number;
	close(): Promise<void>;
}

async function bundlePage(): Promise<string> {
	const buildResult = await bundle({
		entryPoints: [resolveBesideThisFile('page.ts')],
		bundle: true,
		write: false,
		minify: true,
		format: 'esm',
		target: 'es2022'
	});
	return buildResult.outputFiles[0]?.text ?? '';
}

export async function serveBarePage(): Promise<ServedBarePage> {
	const [page, script, worker, program] = await Promise.all([
		readFile(resolveBesideThisFile('index.html'), 'utf8'),
		bundlePage(),
		bundleWorker(),
		createLabProgram('horodateur')
	]);
	const answerByPath = new Map([
		['/', { type: 'text/html; charset=utf-8', body: gzipSync(page) }],
		['/page.js', { type: 'text/javascript', body: gzipSync(script) }],
		['/worker.js', { type: 'text/javascript', body: gzipSync(worker) }],
		['/program.json', { type: 'application/json', body: gzipSync(JSON.stringify(program)) }]
	]);
	const server = createServer((request, response) => {
		const answer = answerByPath.get(request.url ?? '/');
		if (answer === undefined) return void response.writeHead(404).end();
		response.writeHead(200, {
			'content-type': answer.type,
			'content-encoding': 'gzip',
			'cache-control': 'max-age=600'
		});
		response.end(answer.body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		port,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			})
	};
}
