/** Creates the worker threads, and keeps one in reserve to replace a thread that was ended. */
import { Worker } from 'node:worker_threads';
import type { RealmMemoryImages } from '../worker/engine/make-memory-images.ts';

/** Allows about as deep a recursion as a browser, with two engines in one thread that call each other. */
const WORKER_STACK_MEGABYTES = 64;
const WORKER_HEAP_LIMIT_MEGABYTES = 256;

export interface AttemptWorkerParts {
	workerCode: string;
	wasm: WebAssembly.Module;
	memoryImages: RealmMemoryImages;
}

export class AttemptWorkers {
	readonly #parts: AttemptWorkerParts;
	#spareWorker: Worker | undefined;

	constructor(parts: AttemptWorkerParts) {
		this.#parts = parts;
	}

	takeWorker(): Worker {
		const worker = this.#spareWorker ?? this.#makeWorker();
		worker.removeAllListeners();
		this.#spareWorker = undefined;
		return worker;
	}

	/** Creates the worker in reserve, unless there is one. Call it when the process is idle. */
	prepareWorker(): void {
		this.#spareWorker ??= this.#makeWorker();
	}

	#makeWorker(): Worker {
		const { workerCode, memoryImages, wasm } = this.#parts;
		const createdWorker = new Worker(workerCode, {
			eval: true,
			env: { TZ: process.env['TZ'] ?? 'UTC' },
			workerData: { memoryImages, wasm },
			resourceLimits: { stackSizeMb: WORKER_STACK_MEGABYTES, maxOldGenerationSizeMb: WORKER_HEAP_LIMIT_MEGABYTES }
		});
		createdWorker.on('error', () => {
			if (this.#spareWorker === createdWorker) this.#spareWorker = undefined;
		});
		return createdWorker;
	}
}
