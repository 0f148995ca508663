import { Worker } from 'node:worker_threads';
import type { CompiledPart, CompileTask } from '../engine.ts';
import { readFile } from 'node:fs/promises';
import { limitWasmMemory } from '../limit-wasm-memory.ts';

export interface CompilerEngineParts {
	code: string;
	wasm: string;
}

export async function prepareWorkerParts({ code, wasm }: CompilerEngineParts): Promise<CompileWorkerParts> {
	return { code, module: await WebAssembly.compile(limitWasmMemory(await readFile(wasm))) };
}

export interface CompileWorkerData {
	module: WebAssembly.Module;
}

/** A compile task. The owner waits for the answer before it sends the next task, because answers carry no number. */
export type MessageToCompileWorker = CompileTask;

export type MessageFromCompileWorker =
	/** `thread` is the number of the worker's thread, or null where the system does not measure threads. */
	| { type: 'ready'; thread: string | null }
	/** `memory` is the engine's memory in bytes, which never shrinks. */
	| { type: 'compiled'; part: CompiledPart; memory: number }
	| { type: 'broken' };

/** Upper limit of megabytes for sources and output. The memory of the engine's WebAssembly has a maximum of its own. */
const WORKER_HEAP_MEGABYTES = 256;
/** Upper limit of bytes of the engine's memory. That memory never shrinks, so a worker whose engine has more is replaced. */
const MOST_ENGINE_MEMORY_BYTES = 160_000_000;

export interface CompileWorkerParts {
	code: string;
	module: WebAssembly.Module;
}

export type CompileAnswer = CompiledPart | 'broken';

export class CompileWorker {
	readonly #worker: Worker;
	readonly #ready: Promise<void>;
	#answer: ((answer: CompileAnswer) => void) | undefined;
	isSpent = false;
	threadNumber: string | null = null;

	constructor({ code, module }: CompileWorkerParts, onExit: () => void) {
		this.#worker = new Worker(code, {
			eval: true,
			env: {},
			workerData: { module } satisfies CompileWorkerData,
			stdout: true,
			stderr: true,
			resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MEGABYTES }
		});
		this.#ready = new Promise((resolve, reject) => {
			const rejectAndEnd = (error?: unknown): void => {
				reject(new Error('The compiler did not start.', { cause: error }));
				void this.end();
			};
			this.#worker.on('error', rejectAndEnd);
			this.#worker.on('exit', () => {
				rejectAndEnd();
				onExit();
			});
			this.#worker.on('message', (message: MessageFromCompileWorker) => {
				if (message.type === 'ready') {
					this.threadNumber = message.thread;
					resolve();
				} else if (message.type === 'broken') rejectAndEnd();
				else this.#receiveCompiled(message);
			});
		});
		this.#ready.catch(() => undefined);
		// An idle worker must not keep the process alive.
		this.#worker.unref();
	}

	/** Resolves when the worker can compile. Rejects when the worker ends before that, which is not the fault of the sources. */
	async start(): Promise<void> {
		this.#worker.ref();
		await this.#ready;
	}

	/** Compiles one set of sources. Calls must not overlap, and `start` must have resolved. */
	compile(task: CompileTask): Promise<CompileAnswer> {
		return new Promise((resolve) => {
			if (this.isSpent) return resolve('broken');
			this.#answer = resolve;
			this.#worker.postMessage(task);
		});
	}

	async end(): Promise<void> {
		this.isSpent = true;
		this.#settleAnswer('broken');
		await this.#worker.terminate();
	}

	#receiveCompiled({ part, memory }: Extract<MessageFromCompileWorker, { type: 'compiled' }>): void {
		if (memory > MOST_ENGINE_MEMORY_BYTES) this.isSpent = true;
		this.#settleAnswer(part);
		if (this.isSpent) void this.end();
	}

	#settleAnswer(answer: CompileAnswer): void {
		this.#answer?.(answer);
		this.#answer = undefined;
		this.#worker.unref();
	}
}
