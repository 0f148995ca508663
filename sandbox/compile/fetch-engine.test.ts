import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fetchEngine } from './fetch-engine.ts';

/** The smallest valid WebAssembly file. */
const ENGINE = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

let server: Server;
let requestedPaths: string[];
/** Whether a proxy between server and browser removes the compression. */
let stripped: boolean;
let address: (path: string) => string;

beforeEach(async () => {
	requestedPaths = [];
	stripped = false;
	server = createServer((request, response) => {
		requestedPaths.push(request.url ?? '');
		if (request.url === '/engine.bin') {
			response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(gzipSync(ENGINE));
		} else if (request.url === '/engine.wasm') {
			const encoding = stripped ? {} : { 'content-encoding': 'gzip' };
			response.writeHead(200, { 'content-type': 'application/wasm', ...encoding });
			response.end(stripped ? ENGINE : gzipSync(ENGINE));
		} else response.writeHead(404).end();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	address = (path) => `http://127.0.0.1:${port}${path}`;
});

afterEach(() => void server.close());

test('takes what the server compressed, where it arrives so', async () => {
	const engine = await fetchEngine({ plain: address('/engine.wasm'), gzipped: address('/engine.bin') });
	expect(engine).toBeInstanceOf(WebAssembly.Module);
	expect(requestedPaths).toEqual(['/engine.wasm']);
});

test('takes what we compressed, where somebody undid the server’s', async () => {
	stripped = true;
	const engine = await fetchEngine({ plain: address('/engine.wasm'), gzipped: address('/engine.bin') });
	expect(engine).toBeInstanceOf(WebAssembly.Module);
	expect(requestedPaths).toEqual(['/engine.wasm', '/engine.bin']);
});

test('takes either where the other is missing, and says when neither comes', async () => {
	expect(await fetchEngine({ plain: address('/no'), gzipped: address('/engine.bin') })).toBeInstanceOf(
		WebAssembly.Module
	);
	stripped = true;
	expect(await fetchEngine({ plain: address('/engine.wasm'), gzipped: null })).toBeInstanceOf(WebAssembly.Module);
	await expect(fetchEngine({ plain: address('/no'), gzipped: address('/no') })).rejects.toThrow('404');
});
