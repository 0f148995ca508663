/** One QuickJS engine in its own WebAssembly instance, whose memory has a maximum. */
import type { JSValuePointer } from 'quickjs-emscripten-core';
import type { RealmFunctions, RealmHost } from '../realm/host.ts';
import { QuickjsEngine, OutOfMemoryError } from './engine/engine.ts';
import { createHostCall } from './engine/calls.ts';
import { createMemory, restoreImage, type MemoryImage, type EnginePointers } from './engine/image.ts';

/**
 * Upper limit of the used share of the memory; the attempt ends above it. There an allocation could fail at any time, and a program
 * could catch that error.
 */
const FULL_SHARE = 0.95;

/** Thrown when the engine stopped and gave no answer. */
export class EngineStoppedError extends Error {
	readonly reason: 'overflow' | 'memory' | 'interrupted' | 'crash';
	constructor(reason: EngineStoppedError['reason'], message: string) {
		super(message);
		this.reason = reason;
	}
}

export interface InstanceOptions {
	wasm: WebAssembly.Module;
	megabytes: number;
	isOver(): boolean;
	onFailure(error: unknown): void;
}

export class EngineInstance {
	readonly #engine: QuickjsEngine;
	readonly #places: EnginePointers;
	readonly #full: number;

	private constructor(engine: QuickjsEngine, places: EnginePointers, most: number) {
		this.#engine = engine;
		this.#places = places;
		this.#full = most * FULL_SHARE;
	}

	/** Creates an instance. `host` is not called before `evaluate` or another method runs code. */
	static async create(
		image: MemoryImage,
		{ wasm, megabytes, isOver, onFailure }: InstanceOptions,
		host: RealmHost
	): Promise<EngineInstance> {
		// The engine's own memory limit does not hold, so the WebAssembly memory has a maximum.
		const { memory, most } = createMemory(image.pageCount, megabytes);
		const engine = await QuickjsEngine.open(wasm, memory);
		engine.setCallbacks({ callHost: createHostCall(engine, image.pointers.context, host), isOver, onFailure });
		restoreImage(image, memory);
		return new EngineInstance(engine, image.pointers, most);
	}

	get isFull(): boolean {
		return this.#engine.memory.buffer.byteLength > this.#full;
	}

	/** Evaluates code in the global scope. The result lives as long as the instance. */
	evaluate(code: string, file: string): JSValuePointer {
		return this.#returnOrThrow(this.#engine.evaluate(this.#places.context, code, file));
	}

	receive(text: string): string {
		const { context } = this.#places;
		const result = this.#callRealmFunction('receive', [this.#engine.newText(context, text)]);
		const answer = this.#engine.readEngineString(context, result);
		this.#engine.ffi.QTS_FreeValuePointer(context, result);
		return answer;
	}

	ring(id: number): void {
		const { context } = this.#places;
		this.#freeValue(this.#callRealmFunction('ring', [this.#engine.ffi.QTS_NewFloat64(context, id)]));
	}

	flush(): void {
		this.#freeValue(this.#callRealmFunction('flush', []));
	}

	begin(bundle: JSValuePointer, plan: string): void {
		this.#freeValue(this.#callRealmFunction('begin', [bundle, this.#engine.newText(this.#places.context, plan)]));
	}

	/** Runs up to `most` pending jobs and returns whether there were any. */
	runJobs(most: number): boolean {
		const { runtime, context, scratchMemory } = this.#places;
		const { ffi } = this.#engine;
		if (ffi.QTS_IsJobPending(runtime) === 0) return false;
		type Out = Parameters<typeof ffi.QTS_ExecutePendingJob>[2];
		const result = ffi.QTS_ExecutePendingJob(runtime, most, scratchMemory as Out);
		const error = ffi.QTS_ResolveException(context, result);
		this.#freeValue(result);
		if (Number(error) === 0) return true;
		const stoppedError = this.#createStoppedError(error);
		if (stoppedError.reason !== 'crash') throw stoppedError;
		return true;
	}

	/** Calls a function of the realm, and frees the arguments afterwards. */
	#callRealmFunction(name: keyof RealmFunctions, values: JSValuePointer[]): JSValuePointer {
		const { context, functions, scratchMemory } = this.#places;
		const { ffi } = this.#engine;
		values.forEach((value, index) => this.#engine.writeMemoryWord(scratchMemory + 4 * index, value));
		type List = Parameters<typeof ffi.QTS_Call>[4];
		const result = ffi.QTS_Call(context, functions[name], ffi.QTS_GetUndefined(), values.length, scratchMemory as List);
		for (const value of values) this.#freeValue(value);
		return this.#returnOrThrow(result);
	}

	#freeValue(value: JSValuePointer): void {
		this.#engine.ffi.QTS_FreeValuePointer(this.#places.context, value);
	}

	#returnOrThrow(result: JSValuePointer): JSValuePointer {
		const error = this.#engine.ffi.QTS_ResolveException(this.#places.context, result);
		if (Number(error) === 0) return result;
		this.#freeValue(result);
		throw this.#createStoppedError(error);
	}

	#createStoppedError(error: JSValuePointer): EngineStoppedError {
		const message = this.#messageOf(error);
		this.#freeValue(error);
		if (message === 'InternalError: interrupted') return new EngineStoppedError('interrupted', message);
		if (message === 'InternalError: out of memory' || this.isFull) return new EngineStoppedError('memory', message);
		if (message === 'InternalError: stack overflow') return new EngineStoppedError('overflow', message);
		return new EngineStoppedError('crash', message.slice(0, 500));
	}

	#messageOf(error: JSValuePointer): string {
		const { context } = this.#places;
		const read = (name: string): string => {
			const key = this.#engine.newText(context, name);
			const property = this.#engine.ffi.QTS_GetProp(context, error, key);
			const text = this.#engine.readEngineString(context, property);
			this.#freeValue(key);
			this.#freeValue(property);
			return text;
		};
		try {
			return `${read('name')}: ${read('message')}`;
		} catch (thrown) {
			return thrown instanceof OutOfMemoryError ? 'InternalError: out of memory' : '';
		}
	}
}
