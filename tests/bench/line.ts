import { createConnection, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { SharedNetworkLine } from './share.ts';

export interface NetworkLineOptions {
	/** Port of the server on this machine. */
	targetPort: number;
	port?: number;
	/** Bits per second for all traffic to browsers; absent for no limit. */
	bitsPerSecond?: number;
	/** Milliseconds of a round trip. */
	latency?: number;
}

export interface NetworkLine {
	port: number;
	/** Returns the bytes that were sent to browsers since the last call. */
	takeSentByteCount(): number;
	close(): Promise<void>;
}

/** Opens a line. The browser's own emulation would leave out requests of workers and of frames from other hosts. */
export async function openNetworkLine({
	targetPort,
	port = 0,
	bitsPerSecond,
	latency = 0
}: NetworkLineOptions): Promise<NetworkLine> {
	let sentByteCount = 0;
	const lineShare = bitsPerSecond === undefined ? null : new SharedNetworkLine(bitsPerSecond);
	const sockets = new Set<Socket>();

	const server = createServer((browser) => {
		const upstream = createConnection({ host: '127.0.0.1', port: targetPort, noDelay: true });
		browser.setNoDelay(true);
		// A new connection takes one round trip.
		const openingTime = performance.now() + latency;
		const sendToServer = createOrderedDelivery(upstream);
		forwardPieces(browser, upstream, (piece) =>
			sendToServer(Math.max(openingTime, performance.now()) + latency / 2, piece)
		);

		const sendToBrowser = createOrderedDelivery(browser);
		const countAndSend = (at: number, piece: Buffer | undefined) => {
			sentByteCount += piece?.length ?? 0;
			sendToBrowser(at + latency / 2, piece);
		};
		const lane = lineShare?.addConnection(upstream, countAndSend);
		forwardPieces(upstream, browser, (piece) => (lane ? lane.add(piece) : countAndSend(performance.now(), piece)));
		browser.on('close', () => {
			lane?.drop();
			upstream.destroy();
		});
	});

	function forwardPieces(from: Socket, into: Socket, add: (piece: Buffer | undefined) => void): void {
		from.on('data', add);
		from.on('end', () => add(undefined));
		from.on('error', () => into.destroy());
		from.on('close', () => sockets.delete(from));
		sockets.add(from);
	}

	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	return {
		port: (server.address() as AddressInfo).port,
		takeSentByteCount() {
			const bytesSinceLastCall = sentByteCount;
			sentByteCount = 0;
			return bytesSinceLastCall;
		},
		close() {
			for (const socket of sockets) socket.destroy();
			return new Promise((resolve) => server.close(() => resolve()));
		}
	};
}

/** Returns a function that passes pieces on at their times and in order, with one timer for each direction. */
function createOrderedDelivery(into: Socket): (at: number, piece: Buffer | undefined) => void {
	const queue: { at: number; piece: Buffer | undefined }[] = [];
	let timer: NodeJS.Timeout | undefined;
	const deliver = () => {
		timer = undefined;
		for (let next = queue[0]; next !== undefined; next = queue[0]) {
			const wait = next.at - performance.now();
			if (wait > 0.5) {
				timer = setTimeout(deliver, wait);
				return;
			}
			queue.shift();
			if (next.piece === undefined) into.end();
			else into.write(next.piece);
		}
	};
	return (at, piece) => {
		queue.push({ at, piece });
		if (timer === undefined) deliver();
	};
}
