/** Listens at another address, as the server of an attacker would, and records what arrives. */
import { createSocket } from 'node:dgram';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AttackTarget } from './attack.ts';

/** An address of this machine that is none of the sandbox's. */
const ADDRESS = '127.0.0.2';

export interface Listener {
	target(run: string, id: string): AttackTarget;
	/** Returns the attacks of a run whose request or datagram reached the listener. */
	heard(run: string): Set<string>;
	close(): Promise<void>;
}

const pathOf = (request: IncomingMessage) => new URL(request.url ?? '/', 'http://listener').pathname.split('/');

/** Attacks that send datagrams. Each has a port of its own, because a datagram does not name its sender. */
const DATAGRAMS = ['rtc-stun', 'nested-rtc-stun'];

export async function startListener(): Promise<Listener> {
	const attacksByRun = new Map<string, Set<string>>();
	let current = '';
	const write = (run: string, id: string) => {
		const attacks = attacksByRun.get(run) ?? new Set();
		attacksByRun.set(run, attacks.add(id));
	};
	const server = createServer((request, response) => {
		const [, run = '', id = ''] = pathOf(request);
		write(run, id);
		response.writeHead(200, { 'content-type': 'text/plain', 'access-control-allow-origin': '*' }).end();
	});
	server.on('upgrade', (request, socket) => {
		const [, run = '', id = ''] = pathOf(request);
		write(run, id);
		socket.destroy();
	});
	await new Promise<void>((resolve) => server.listen(0, ADDRESS, resolve));
	const { port } = server.address() as AddressInfo;
	const sockets = await Promise.all(
		DATAGRAMS.map(async (id) => {
			const socket = createSocket('udp4');
			socket.on('message', () => write(current, id));
			await new Promise<void>((resolve) => socket.bind(0, ADDRESS, resolve));
			return { id, socket, port: socket.address().port };
		})
	);
	return {
		target: (run, id) => {
			current = run;
			return {
				url: `http://${ADDRESS}:${port}/${run}/${id}`,
				socket: `ws://${ADDRESS}:${port}/${run}/${id}`,
				name: `${run}-${id}.attack.test`.toLowerCase(),
				stun: `${ADDRESS}:${sockets.find((one) => one.id === id)?.port ?? port}`
			};
		},
		heard: (run) => attacksByRun.get(run) ?? new Set(),
		close: async () => {
			for (const { socket } of sockets) socket.close();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}
