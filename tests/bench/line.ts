/**
 * A line between a browser and a server: it counts every byte, whoever in the browser asked for it, and can be slow and far.
 * The browser's own emulation leaves out what workers and frames of other hosts fetch.
 */
import { createConnection, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface LineOptions {
	/** The server's port on this machine. */
	to: number;
	/** A free one when absent. */
	port?: number;
	/** Bits in a second for everything that goes to the browser; absent: as fast as the machine. */
	bitsPerSecond?: number;
	/** Milliseconds there and back. */
	latency?: number;
}

export interface Line {
	port: number;
	/** Bytes that went to the browser since the last call. */
	taken(): number;
	close(): Promise<void>;
}

export async function openLine({ to, port = 0, bitsPerSecond, latency = 0 }: LineOptions): Promise<Line> {
	let bytes = 0;
	/** When the line is free again: all connections share it. */
	let free = 0;
	const sockets = new Set<Socket>();

	/** When the last byte of a piece arrives. */
	function arrival(size: number): number {
		const now = performance.now();
		if (bitsPerSecond === undefined) return now + latency / 2;
		free = Math.max(free, now) + (size * 8000) / bitsPerSecond;
		return free + latency / 2;
	}

	/** Pieces leave in the order in which they came: one timer a direction. */
	function pass(from: Socket, into: Socket, arrives: (size: number) => number): void {
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
		const add = (at: number, piece: Buffer | undefined) => {
			queue.push({ at, piece });
			if (timer === undefined) deliver();
		};
		from.on('data', (piece: Buffer) => add(arrives(piece.length), piece));
		from.on('end', () => add(0, undefined));
		from.on('error', () => into.destroy());
		from.on('close', () => sockets.delete(from));
		sockets.add(from);
	}

	const server = createServer((browser) => {
		const upstream = createConnection({ host: '127.0.0.1', port: to, noDelay: true });
		browser.setNoDelay(true);
		// A connection begins with one journey there and back.
		const opened = performance.now() + latency;
		pass(browser, upstream, () => Math.max(opened, performance.now()) + latency / 2);
		pass(upstream, browser, (size) => {
			bytes += size;
			return arrival(size);
		});
	});
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	return {
		port: (server.address() as AddressInfo).port,
		taken() {
			const taken = bytes;
			bytes = 0;
			return taken;
		},
		close() {
			for (const socket of sockets) socket.destroy();
			return new Promise((resolve) => server.close(() => resolve()));
		}
	};
}
