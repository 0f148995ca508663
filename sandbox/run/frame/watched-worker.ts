/** A worker whose messages are parsed. A flood of messages ends it. */
import { readFromWorker, type FromWorker, type ToWorker } from '../../protocol.ts';
import { startWorker } from './client.ts';
import { FloodDetector } from './flood.ts';

export class WatchedWorker {
	isAlive = true;
	isStarted = false;
	onMessage: (message: FromWorker) => void = () => undefined;
	onBroken: (reason: string) => void = () => undefined;
	readonly #worker = startWorker();
	readonly #flood = new FloodDetector();

	constructor() {
		this.#worker.onmessage = (event) => this.#receive(event.data);
		this.#worker.onerror = (event) => {
			event.preventDefault();
			this.onBroken(event.message);
		};
	}

	send(message: ToWorker, transfer: Transferable[] = []): void {
		if (this.isAlive) this.#worker.postMessage(message, transfer);
	}

	end(): void {
		if (!this.isAlive) return;
		this.isAlive = false;
		this.#worker.onmessage = null;
		this.#worker.terminate();
	}

	#receive(data: unknown): void {
		if (!this.isAlive) return;
		if (this.#flood.isTooMuch()) return this.onBroken('Too many messages.');
		let message: FromWorker;
		try {
			message = readFromWorker(data);
		} catch {
			// Malformed messages are ignored, because only a program that posts messages by itself sends them.
			return;
		}
		if (message.type === 'ready') this.isStarted = true;
		this.onMessage(message);
	}
}
