/** One worker thread that compiles, seen from its owner. */
import { Worker } from 'node:worker_threads';
import type { CompiledPart, ToCompile } from '../parts.ts';
import type { FromWorker, WorkerGiven } from './protocol.ts';

/** Of JavaScript: the sources and what comes of them. The engine's own memory has a maximum of its own. */
const HEAP_MEGABYTES = 256;
/** Bytes. A worker never gives memory back, so one that has grown so large is replaced. */
const LARGE = 160_000_000;

export interface WorkerParts {
	/** Its code. */
	code: string;
	module: WebAssembly.Module;
}

/** Too large: compiling it broke the worker. */
export type Answer = CompiledPart | 'broken';

export class CompileWorker {
	readonly #worker: Worker;
	readonly #ready: Promise<void>;
	#answer: ((answer: Answer) => void) | undefined;
	/** Whether it has to be replaced before anything else is compiled. */
	isSpent = false;

	constructor({ code, module }: WorkerParts, onExit: () => void) {
		this.#worker = new Worker(code, {
			eval: true,
			env: {},
			workerData: { module } satisfies WorkerGiven,
			stdout: true,
			stderr: true,
			resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES }
		});
		this.#ready = new Promise((resolve, reject) => {
			const lose = (error?: unknown): void => {
				reject(new Error('The compiler did not start.', { cause: error }));
				void this.end();
			};
			this.#worker.on('error', lose);
			this.#worker.on('exit', () => {
				lose();
				onExit();
			});
			this.#worker.on('message', (message: FromWorker) => {
				if (message.type === 'ready') resolve();
				else if (message.type === 'broken') lose();
				else this.#hear(message);
			});
		});
		this.#ready.catch(() => undefined);
		// Only what is asked keeps a process from ending.
		this.#worker.unref();
	}

	/** Rejects when it ends before it can compile: that says nothing about what is to be compiled. */
	async start(): Promise<void> {
		this.#worker.ref();
		await this.#ready;
	}

	/** One at a time, once it has started. */
	compile(asked: ToCompile): Promise<Answer> {
		return new Promise((resolve) => {
			if (this.isSpent) return resolve('broken');
			this.#answer = resolve;
			this.#worker.postMessage(asked);
		});
	}

	/** What it was asked is answered as broken. */
	async end(): Promise<void> {
		this.isSpent = true;
		this.#give('broken');
		await this.#worker.terminate();
	}

	#hear({ part, memory }: Extract<FromWorker, { type: 'compiled' }>): void {
		if (memory > LARGE) this.isSpent = true;
		this.#give(part);
		if (this.isSpent) void this.end();
	}

	#give(answer: Answer): void {
		this.#answer?.(answer);
		this.#answer = undefined;
		this.#worker.unref();
	}
}
