/** A worker whose messages are parsed, and which a flood of messages ends. */
import { readFromWorker, type FromWorker, type ToWorker } from '../../protocol.ts';
import { startWorker } from './client.ts';
import { Flood } from './flood.ts';

export class WatchedWorker {
	alive = true;
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
			// The program sent this message itself, which gains it nothing.
			return;
		}
		if (message.type === 'ready') this.started = true;
		this.onMessage(message);
	}
}
