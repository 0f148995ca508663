import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fetchEngine } from './fetch-engine.ts';

/** The smallest valid WebAssembly file. */
const SMALLEST_WASM_FILE = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

let server: Server;
let requestedPaths: string[];
/** Whether a proxy between server and browser removes the compression. */
let isCompressionRemoved: boolean;
let buildServerAddress: (path: string) => string;

beforeEach(async () => {
	requestedPaths = [];
	isCompressionRemoved = false;
	server = createServer((request, response) => {
		requestedPaths.push(request.url ?? '');
		if (request.url === '/engine.bin') {
			response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(gzipSync(SMALLEST_WASM_FILE));
		} else if (request.url === '/engine.wasm') {
			const encoding = isCompressionRemoved ? {} : { 'content-encoding': 'gzip' };
			response.writeHead(200, { 'content-type': 'application/wasm', ...encoding });
			response.end(isCompressionRemoved ? SMALLEST_WASM_FILE : gzipSync(SMALLEST_WASM_FILE));
		} else response.writeHead(404).end();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	buildServerAddress = (path) => `http://127.0.0.1:${port}${path}`;
});

afterEach(() => void server.close());

test('the engine loads from its plain file alone when the server’s compression arrives', async () => {
	const engine = await fetchEngine({
		plain: buildServerAddress('/engine.wasm'),
		gzipped: buildServerAddress('/engine.bin')
	});
	expect(engine).toBeInstanceOf(WebAssembly.Module);
	expect(requestedPaths).toEqual(['/engine.wasm']);
});

test('the engine loads from its gzipped file when a proxy removed the server’s compression', async () => {
	isCompressionRemoved = true;
	const engine = await fetchEngine({
		plain: buildServerAddress('/engine.wasm'),
		gzipped: buildServerAddress('/engine.bin')
	});
	expect(engine).toBeInstanceOf(WebAssembly.Module);
	expect(requestedPaths).toEqual(['/engine.wasm', '/engine.bin']);
});

test('the engine loads from either file when the other is missing, and fails without both', async () => {
	expect(
		await fetchEngine({ plain: buildServerAddress('/no'), gzipped: buildServerAddress('/engine.bin') })
	).toBeInstanceOf(WebAssembly.Module);
	isCompressionRemoved = true;
	expect(await fetchEngine({ plain: buildServerAddress('/engine.wasm'), gzipped: null })).toBeInstanceOf(
		WebAssembly.Module
	);
	await expect(fetchEngine({ plain: buildServerAddress('/no'), gzipped: buildServerAddress('/no') })).rejects.toThrow(
		'404'
	);
});
