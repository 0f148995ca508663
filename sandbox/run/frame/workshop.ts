/** One worker of the frame, watched: what it says is parsed, a flood of messages ends it, and so does silence. */
import { readFromWorker, type FromWorker, type ToWorker } from '../../protocol.ts';
import { startWorker } from './client.ts';

/** More than this in one window of time is no program that shows something: it is ended. */
const FLOOD = { messages: 3000, window: 1000 };

export class WatchedWorker {
	alive = true;
	/** It has loaded, and will answer. */
	started = false;
	onMessage: (message: FromWorker) => void = () => undefined;
	onBroken: (reason: string) => void = () => undefined;
	readonly #worker = startWorker();
	#window = 0;
	#received = 0;

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
		const now = performance.now();
		if (now - this.#window > FLOOD.window) {
			this.#window = now;
			this.#received = 0;
		}
		this.#received += 1;
		if (this.#received > FLOOD.messages) return this.onBroken('Too many messages.');
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
