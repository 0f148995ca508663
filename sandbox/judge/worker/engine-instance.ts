import type { JSValuePointer } from 'quickjs-emscripten-core';
import type { RealmFunctions, RealmHost } from '../realm/host.ts';
import { QuickjsEngine, OutOfMemoryError } from './engine/engine.ts';
import { createHostCallHandler } from './engine/engine.ts';
import { restoreMemoryImage, type MemoryImage, type EnginePointers } from './engine/memory-images.ts';
import type { EngineMemory, EngineMemoryPool } from './engine/memory-images.ts';
import type { RealmName } from '../task-messages.ts';
import type { RealmMemoryImages } from './engine/memory-images.ts';

export type RealmEngines = Record<RealmName, EngineInstance>;

export async function createRealmEngines(
	memoryImages: RealmMemoryImages,
	options: EngineInstanceOptions,
	createRealmHost: (owner: RealmName) => RealmHost
): Promise<RealmEngines> {
	const [checks, program] = await Promise.all([
		EngineInstance.create(memoryImages.checks, options, createRealmHost('checks')),
		EngineInstance.create(memoryImages.program, options, createRealmHost('program'))
	]);
	return { checks, program };
}

/** Above it, an allocation could fail at any time, and a program could catch that error. */
const MAX_USED_MEMORY_SHARE = 0.95;

export class EngineStoppedError extends Error {
	readonly reason: 'overflow' | 'memory' | 'interrupted' | 'crash';
	constructor(reason: EngineStoppedError['reason'], message: string) {
		super(message);
		this.reason = reason;
	}
}

export interface EngineInstanceOptions {
	wasm: WebAssembly.Module;
	memoryPool: EngineMemoryPool;
	megabytes: number;
	isAttemptOver(): boolean;
	onHostError(error: unknown): void;
}

export class EngineInstance {
	readonly #engine: QuickjsEngine;
	readonly #pointers: EnginePointers;
	readonly #memory: EngineMemory;
	readonly #memoryPool: EngineMemoryPool;
	readonly #fullBytes: number;

	private constructor(
		engine: QuickjsEngine,
		pointers: EnginePointers,
		memory: EngineMemory,
		memoryPool: EngineMemoryPool
	) {
		this.#engine = engine;
		this.#pointers = pointers;
		this.#memory = memory;
		this.#memoryPool = memoryPool;
		this.#fullBytes = memory.maxBytes * MAX_USED_MEMORY_SHARE;
	}

	/** Creates an instance. `host` is not called before `evaluate` or another method runs code. */
	static async create(
		image: MemoryImage,
		{ wasm, memoryPool, megabytes, isAttemptOver, onHostError }: EngineInstanceOptions,
		host: RealmHost
	): Promise<EngineInstance> {
		// The engine's own memory limit does not hold, so the WebAssembly memory has a maximum.
		const engineMemory = memoryPool.takeMemory(megabytes);
		const engine = await QuickjsEngine.open(wasm, engineMemory.memory);
		engine.setCallbacks({
			callHost: createHostCallHandler(engine, image.pointers.context, host),
			isAttemptOver,
			onHostError
		});
		restoreMemoryImage(image, engineMemory.memory);
		return new EngineInstance(engine, image.pointers, engineMemory, memoryPool);
	}

	/** Puts the memory back into its pool. The instance must not run again. */
	close(): void {
		this.#memoryPool.putBackMemory(this.#memory);
	}

	get isFull(): boolean {
		return this.#engine.memory.buffer.byteLength > this.#fullBytes;
	}

	/** The result lives as long as the instance. */
	evaluate(code: string, fileName: string): JSValuePointer {
		return this.#returnOrThrow(this.#engine.evaluate(this.#pointers.context, code, fileName));
	}

	receive(text: string): string {
		const { context } = this.#pointers;
		const resultPointer = this.#callRealmFunction('receive', [this.#engine.createTextValue(context, text)]);
		const answer = this.#engine.readEngineString(context, resultPointer);
		this.#engine.ffi.QTS_FreeValuePointer(context, resultPointer);
		return answer;
	}

	fireTimer(id: number): void {
		const { context } = this.#pointers;
		this.#freeValue(this.#callRealmFunction('fireTimer', [this.#engine.ffi.QTS_NewFloat64(context, id)]));
	}

	sendChanges(): void {
		this.#freeValue(this.#callRealmFunction('sendChanges', []));
	}

	begin(bundle: JSValuePointer, plan: string): void {
		this.#freeValue(
			this.#callRealmFunction('begin', [bundle, this.#engine.createTextValue(this.#pointers.context, plan)])
		);
	}

	runJobs(maxJobs: number): boolean {
		const { runtime, context, scratchMemory } = this.#pointers;
		const { ffi } = this.#engine;
		if (ffi.QTS_IsJobPending(runtime) === 0) return false;
		type ContextOutPointer = Parameters<typeof ffi.QTS_ExecutePendingJob>[2];
		const resultPointer = ffi.QTS_ExecutePendingJob(runtime, maxJobs, scratchMemory as ContextOutPointer);
		const errorPointer = ffi.QTS_ResolveException(context, resultPointer);
		this.#freeValue(resultPointer);
		if (Number(errorPointer) === 0) return true;
		const stoppedError = this.#createStoppedError(errorPointer);
		if (stoppedError.reason !== 'crash') throw stoppedError;
		return true;
	}

	/** Frees the arguments. */
	#callRealmFunction(name: keyof RealmFunctions, values: JSValuePointer[]): JSValuePointer {
		const { context, functions, scratchMemory } = this.#pointers;
		const { ffi } = this.#engine;
		values.forEach((value, index) => this.#engine.writeMemoryWord(scratchMemory + 4 * index, value));
		type ArgumentListPointer = Parameters<typeof ffi.QTS_Call>[4];
		const resultPointer = ffi.QTS_Call(
			context,
			functions[name],
			ffi.QTS_GetUndefined(),
			values.length,
			scratchMemory as ArgumentListPointer
		);
		for (const value of values) this.#freeValue(value);
		return this.#returnOrThrow(resultPointer);
	}

	#freeValue(value: JSValuePointer): void {
		this.#engine.ffi.QTS_FreeValuePointer(this.#pointers.context, value);
	}

	#returnOrThrow(resultPointer: JSValuePointer): JSValuePointer {
		const errorPointer = this.#engine.ffi.QTS_ResolveException(this.#pointers.context, resultPointer);
		if (Number(errorPointer) === 0) return resultPointer;
		this.#freeValue(resultPointer);
		throw this.#createStoppedError(errorPointer);
	}

	#createStoppedError(errorPointer: JSValuePointer): EngineStoppedError {
		const message = this.#messageOf(errorPointer);
		this.#freeValue(errorPointer);
		if (message === 'InternalError: interrupted') return new EngineStoppedError('interrupted', message);
		if (message === 'InternalError: out of memory' || this.isFull) return new EngineStoppedError('memory', message);
		if (message === 'InternalError: stack overflow') return new EngineStoppedError('overflow', message);
		return new EngineStoppedError('crash', message.slice(0, 500));
	}

	#messageOf(errorPointer: JSValuePointer): string {
		const { context } = this.#pointers;
		const readErrorProperty = (name: string): string => {
			const keyPointer = this.#engine.createTextValue(context, name);
			const valuePointer = this.#engine.ffi.QTS_GetProp(context, errorPointer, keyPointer);
			const text = this.#engine.readEngineString(context, valuePointer);
			this.#freeValue(keyPointer);
			this.#freeValue(valuePointer);
			return text;
		};
		try {
			return `${readErrorProperty('name')}: ${readErrorProperty('message')}`;
		} catch (thrown) {
			return thrown instanceof OutOfMemoryError ? 'InternalError: out of memory' : '';
		}
	}
}
