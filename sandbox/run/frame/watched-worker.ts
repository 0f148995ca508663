import { readMessageFromWorker, type MessageFromWorker, type MessageToWorker, type StageSize } from '../../protocol.ts';
import { startWorker } from './client.ts';
import type { CursorShape } from '../../cursor-shape.ts';

/** Detects a flood: more messages in a time window than any useful program sends. */
const MESSAGE_RATE_LIMIT = { messages: 3000, windowMilliseconds: 1000 };

export class MessageFloodDetector {
	#windowStart = 0;
	#receivedCount = 0;

	countMessageAndDetectFlood(): boolean {
		const now = performance.now();
		if (now - this.#windowStart > MESSAGE_RATE_LIMIT.windowMilliseconds) {
			this.#windowStart = now;
			this.#receivedCount = 0;
		}
		this.#receivedCount += 1;
		return this.#receivedCount > MESSAGE_RATE_LIMIT.messages;
	}
}

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

/** Longest time in milliseconds from drawing a frame until it is visible. */
const LONGEST_DISPLAY_DELAY_MILLISECONDS = 100;

/**
 * True in Firefox, which empties a canvas when its worker ends. The worker is asked for its last picture there, because copying
 * the canvas would block the frame while the worker loops.
 */
const IS_CANVAS_LOST_WITH_WORKER = navigator.userAgent.includes('Firefox/');

export type ProgramStopReason = 'asked' | 'error' | 'hang' | 'replaced';

export class CanvasWorker {
	readonly worker = new WatchedWorker();
	readonly canvas = document.createElement('canvas');

	constructor(stage: HTMLElement, size: StageSize) {
		stage.append(this.canvas);
		const canvas = this.canvas.transferControlToOffscreen();
		this.worker.sendToWorker({ type: 'canvas', canvas, size }, [canvas]);
	}

	showCursor(shape: CursorShape): void {
		this.canvas.style.cursor = shape;
	}

	/**
	 * Ends the worker and keeps its picture until another replaces it. The worker of a program that still answers ends a little
	 * later, because its last picture may not be visible yet.
	 */
	endWorker(reason: ProgramStopReason = 'replaced'): void {
		this.worker.sendToWorker({ type: 'pause' });
		this.canvas.style.cursor = '';
		const isShown = this.canvas.classList.contains('shown');
		if (!isShown) this.canvas.remove();
		const isPictureAsked = IS_CANVAS_LOST_WITH_WORKER && isShown && reason !== 'hang';
		if (isPictureAsked) this.#keepPicture();
		if (isPictureAsked || reason === 'asked' || reason === 'error')
			setTimeout(() => this.worker.endWorker(), LONGEST_DISPLAY_DELAY_MILLISECONDS);
		else this.worker.endWorker();
	}

	#keepPicture(): void {
		this.worker.onMessage = (message) => {
			if (message.type !== 'picture') return;
			const copy = document.createElement('canvas');
			copy.width = message.picture.width;
			copy.height = message.picture.height;
			copy.className = this.canvas.className;
			copy.getContext('2d')?.drawImage(message.picture, 0, 0);
			this.canvas.replaceWith(copy);
			this.worker.endWorker();
		};
		this.worker.sendToWorker({ type: 'picture' });
	}
}

/** Keeps a loaded worker in reserve, so that no edit has to wait for a worker to start. */
export class WorkerReserve<T> {
	#reserveWorker: T | undefined;
	#replacementTimer: ReturnType<typeof setTimeout> | undefined;
	#prelude = '';
	readonly #makeWorker: () => T;
	readonly #prepare: (worker: T, prelude: string) => void;

	/** `prepare` lets a worker evaluate a prelude before the program that needs it comes. */
	constructor(make: () => T, prepare: (worker: T, prelude: string) => void) {
		this.#makeWorker = make;
		this.#prepare = prepare;
		this.#reserveWorker = make();
	}

	/** Sets the prelude that the next program will probably have, for the worker in reserve and for later ones. */
	setExpectedPrelude(prelude: string): void {
		if (prelude === this.#prelude) return;
		this.#prelude = prelude;
		if (this.#reserveWorker !== undefined) this.#prepare(this.#reserveWorker, prelude);
	}

	/** Returns the worker in reserve, or a new worker if there is none. A new worker for the reserve is made soon afterwards. */
	takeWorker(): T {
		const worker = this.#reserveWorker ?? this.#makeWorker();
		this.#reserveWorker = undefined;
		// The next worker starts a little later, so that it does not compete with this worker for the processor.
		this.scheduleReplacement(200);
		return worker;
	}

	scheduleReplacement(delay: number): void {
		clearTimeout(this.#replacementTimer);
		this.#replacementTimer = setTimeout(() => {
			this.#reserveWorker ??= this.#makePrepared();
		}, delay);
	}

	#makePrepared(): T {
		const worker = this.#makeWorker();
		if (this.#prelude !== '') this.#prepare(worker, this.#prelude);
		return worker;
	}

	get reserve(): T | undefined {
		return this.#reserveWorker;
	}
}
