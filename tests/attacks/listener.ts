/** Listens at another address, as the server of an attacker would, and records what arrives. */
import { createSocket } from 'node:dgram';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AttackTarget } from './attack.ts';

/** An address of this machine at which nothing of the sandbox is served. */
const LISTENER_ADDRESS = '127.0.0.2';

export interface AttackListener {
	createTarget(run: string, id: string): AttackTarget;
	listHeardAttacks(run: string): Set<string>;
	close(): Promise<void>;
}

const requestPathPartsOf = (request: IncomingMessage) =>
	new URL(request.url ?? '/', 'http://listener').pathname.split('/');

/** Attacks that send datagrams. Each has a port of its own, because a datagram does not name its sender. */
const DATAGRAM_ATTACK_IDS = ['rtc-stun', 'nested-rtc-stun'];

export async function startAttackListener(): Promise<AttackListener> {
	const attacksByRun = new Map<string, Set<string>>();
	let currentRun = '';
	const recordAttack = (run: string, id: string) => {
		const attacks = attacksByRun.get(run) ?? new Set();
		attacksByRun.set(run, attacks.add(id));
	};
	const server = createServer((request, response) => {
		const [, run = '', id = ''] = requestPathPartsOf(request);
		recordAttack(run, id);
		response.writeHead(200, { 'content-type': 'text/plain', 'access-control-allow-origin': '*' }).end();
	});
	server.on('upgrade', (request, socket) => {
		const [, run = '', id = ''] = requestPathPartsOf(request);
		recordAttack(run, id);
		socket.destroy();
	});
	await new Promise<void>((resolve) => server.listen(0, LISTENER_ADDRESS, resolve));
	const { port } = server.address() as AddressInfo;
	const sockets = await Promise.all(
		DATAGRAM_ATTACK_IDS.map(async (id) => {
			const socket = createSocket('udp4');
			socket.on('message', () => recordAttack(currentRun, id));
			await new Promise<void>((resolve) => socket.bind(0, LISTENER_ADDRESS, resolve));
			return { id, socket, port: socket.address().port };
		})
	);
	return {
		createTarget: (run, id) => {
			currentRun = run;
			return {
				url: `http://${LISTENER_ADDRESS}:${port}/${run}/${id}`,
				socketUrl: `ws://${LISTENER_ADDRESS}:${port}/${run}/${id}`,
				hostName: `${run}-${id}.attack.test`.toLowerCase(),
				stunAddress: `${LISTENER_ADDRESS}:${sockets.find((one) => one.id === id)?.port ?? port}`
			};
		},
		listHeardAttacks: (run) => attacksByRun.get(run) ?? new Set(),
		close: async () => {
			for (const { socket } of sockets) socket.close();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}
