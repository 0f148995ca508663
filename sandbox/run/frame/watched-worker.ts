/** One worker of the frame, watched: what it says is parsed, a flood of messages ends it, and so does silence. */
import { readFromWorker, type FromWorker, type ToWorker } from '../../protocol.ts';
import { startWorker } from './client.ts';
import { Flood } from './flood.ts';

export class WatchedWorker {
	alive = true;
	/** It has loaded, and will answer. */
	started = false;
	onMessage: (message: FromWorker) => void = () => undefined;
	onBroken: (reason: string) => void = () => undefined;
	readonly #worker = startWorker();
	readonly #flood = new Flood();

	constructor() {
		this.#worker.onmessage = (event) => this.#receive(event.data);
		this.#worker.onerror = (event) => {
			event.preventDefault();
			this.onBroken(event.message);
		};
	}

	send(message: ToWorker, transfer: Transferable[] = []): void {
		if (this.alive) this.#worker.postMessage(message, transfer);
	}

	end(): void {
		if (!this.alive) return;
		this.alive = false;
		this.#worker.onmessage = null;
		this.#worker.terminate();
	}

	#receive(data: unknown): void {
		if (!this.alive) return;
		if (this.#flood.isTooMuch()) return this.onBroken('Too many messages.');
		let message: FromWorker;
		try {
			message = readFromWorker(data);
		} catch {
			// Not ours: the program found a way to write here. It gains nothing by it.
			return;
		}
		if (message.type === 'ready') this.started = true;
		this.onMessage(message);
	}
}
