import { connect, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { parseEnvironment } from '#lib/server/environment.ts';
import { listenOn } from './listen.ts';

test('a connection beyond the limit is closed, and earlier connections are served', async () => {
	const environment = parseEnvironment({ HOST: '127.0.0.1', MOST_CONNECTIONS: '1' });
	const server = await listenOn('app', 0, environment, (_, response) => response.end());
	const { port } = server.address() as AddressInfo;
	const askOnNewConnection = () =>
		new Promise<string>((resolve) => {
			const socket = connect(port, '127.0.0.1');
			socket.on('error', () => undefined);
			socket.once('data', (answer) => resolve(String(answer).slice(0, 12)));
			socket.once('close', () => resolve('closed'));
			socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
		});
	expect(await askOnNewConnection()).toBe('HTTP/1.1 200');
	expect(await askOnNewConnection()).toBe('closed');
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});
