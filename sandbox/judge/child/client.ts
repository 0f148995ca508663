/** Makes the worker threads. One waits ready, for when another has to be ended. */
import { Worker } from 'node:worker_threads';
import type { Images } from '../worker/engine/make.ts';

/** Room for an engine that recurses about as deep as a browser does, in two instances that call one another. */
const STACK_MEGABYTES = 64;
const HEAP_MEGABYTES = 256;

export interface WorkerParts {
	/** Its code. */
	worker: string;
	wasm: WebAssembly.Module;
	images: Images;
}

export class Workers {
	readonly #parts: WorkerParts;
	#spare: Worker | undefined;

	constructor(parts: WorkerParts) {
		this.#parts = parts;
	}

	take(): Worker {
		const taken = this.#spare ?? this.#make();
		taken.removeAllListeners();
		this.#spare = undefined;
		return taken;
	}

	/** Called when there is time for it. */
	prepare(): void {
		this.#spare ??= this.#make();
	}

	#make(): Worker {
		const { worker, images, wasm } = this.#parts;
		const made = new Worker(worker, {
			eval: true,
			env: { TZ: process.env['TZ'] ?? 'UTC' },
			workerData: { images, wasm },
			resourceLimits: { stackSizeMb: STACK_MEGABYTES, maxOldGenerationSizeMb: HEAP_MEGABYTES }
		});
		made.on('error', () => {
			if (this.#spare === made) this.#spare = undefined;
		});
		return made;
	}
}
