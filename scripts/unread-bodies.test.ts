import { Agent, createServer, request as ask } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drainUnreadBody } from './unread-bodies.ts';

const server = createServer((request, response) => {
	drainUnreadBody(request, response);
	// The server reads as SvelteKit does: it begins to read the body, and pauses because nobody consumes it.
	if (request.method === 'PUT') request.on('data', () => request.pause());
	response.end(request.method);
});
/** All requests use one connection. */
const keepAliveAgent = new Agent({ keepAlive: true, maxSockets: 1 });

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
	keepAliveAgent.destroy();
	server.close();
});

function sendRequest(method: string, body = ''): Promise<string> {
	const { port } = server.address() as AddressInfo;
	return new Promise((resolve, reject) => {
		const clientRequest = ask({ port, host: '127.0.0.1', method, agent: keepAliveAgent }, (response) => {
			let text = '';
			response.setEncoding('utf8').on('data', (part: string) => (text += part));
			response.once('end', () => resolve(text));
		});
		clientRequest.on('error', reject);
		clientRequest.end(body);
	});
}

test('a request that follows an unread body on the same connection is answered', async () => {
	expect(await sendRequest('PUT', 'x'.repeat(1_000_000))).toBe('PUT');
	expect(await sendRequest('GET')).toBe('GET');
	expect(await sendRequest('PUT', 'x'.repeat(1_000_000))).toBe('PUT');
	expect(await sendRequest('GET')).toBe('GET');
});

test('a client that never stops sending its body is disconnected', async () => {
	const { port } = server.address() as AddressInfo;
	const socket = connect(port, '127.0.0.1');
	socket.on('error', () => undefined);
	socket.write('PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000000\r\n\r\n');
	const writeUntilClosed = (): void => void (socket.writable && socket.write('x'.repeat(100_000), writeUntilClosed));
	writeUntilClosed();
	socket.resume();
	await new Promise((resolve) => socket.once('close', resolve));
});
