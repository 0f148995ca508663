/** A worker whose messages are parsed, and that is ended after a flood of messages. */
import { readMessageFromWorker, type MessageFromWorker, type MessageToWorker } from '../../protocol.ts';
import { startWorker } from './client.ts';
import { MessageFloodDetector } from './message-flood-detector.ts';

export class WatchedWorker {
	isAlive = true;
	isStarted = false;
	onMessage: (message: MessageFromWorker) => void = () => undefined;
	onBroken: (reason: string) => void = () => undefined;
	readonly #worker = startWorker();
	readonly #floodDetector = new MessageFloodDetector();

	constructor() {
		this.#worker.onmessage = (event) => this.#receive(event.data);
		this.#worker.onerror = (event) => {
			event.preventDefault();
			this.onBroken(event.message);
		};
	}

	sendToWorker(message: MessageToWorker, transfer: Transferable[] = []): void {
		if (this.isAlive) this.#worker.postMessage(message, transfer);
	}

	endWorker(): void {
		if (!this.isAlive) return;
		this.isAlive = false;
		this.#worker.onmessage = null;
		this.#worker.terminate();
	}

	#receive(data: unknown): void {
		if (!this.isAlive) return;
		if (this.#floodDetector.countMessageAndDetectFlood()) return this.onBroken('Too many messages.');
		let message: MessageFromWorker;
		try {
			message = readMessageFromWorker(data);
		} catch {
			// Malformed messages are ignored, because only a program that posts messages by itself sends them.
			return;
		}
		if (message.type === 'ready') this.isStarted = true;
		this.onMessage(message);
	}
}
