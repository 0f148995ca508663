/** One QuickJS engine in its own WebAssembly instance, with a hard memory limit. */
import type { JSValuePointer } from 'quickjs-emscripten-core';
import type { Half, Host } from '../realm/host.ts';
import { Engine, OutOfMemory } from './engine/engine.ts';
import { hostCalls } from './engine/calls.ts';
import { memoryFor, restore, type Image, type Places } from './engine/image.ts';

/** Share of the memory beyond which the attempt ends: an allocation could fail any time, and a program could catch that. */
const FULL = 0.95;

/** Thrown when the engine stops instead of answering. */
export class Stopped extends Error {
	readonly reason: 'overflow' | 'memory' | 'interrupted' | 'crash';
	constructor(reason: Stopped['reason'], message: string) {
		super(message);
		this.reason = reason;
	}
}

export interface InstanceOptions {
	wasm: WebAssembly.Module;
	megabytes: number;
	isOver(): boolean;
	failed(error: unknown): void;
}

export class Instance {
	readonly #engine: Engine;
	readonly #places: Places;
	readonly #full: number;

	private constructor(engine: Engine, places: Places, most: number) {
		this.#engine = engine;
		this.#places = places;
		this.#full = most * FULL;
	}

	/** Creates an instance. `host` is not called before code runs. */
	static async create(
		image: Image,
		{ wasm, megabytes, isOver, failed }: InstanceOptions,
		host: Host
	): Promise<Instance> {
		// The library's memory limit does not hold; the maximum of the WebAssembly memory does.
		const { memory, most } = memoryFor(image.pages, megabytes);
		const engine = await Engine.open(wasm, memory);
		engine.listen({ call: hostCalls(engine, image.places.context, host), isOver, failed });
		restore(image, memory);
		return new Instance(engine, image.places, most);
	}

	get isFull(): boolean {
		return this.#engine.memory.buffer.byteLength > this.#full;
	}

	/** Evaluates code in the global scope. The result lives as long as the instance. */
	evaluate(code: string, file: string): JSValuePointer {
		return this.#result(this.#engine.evaluate(this.#places.context, code, file));
	}

	receive(text: string): string {
		const { context } = this.#places;
		const result = this.#call('receive', [this.#engine.newText(context, text)]);
		const answer = this.#engine.textOf(context, result);
		this.#engine.ffi.QTS_FreeValuePointer(context, result);
		return answer;
	}

	ring(id: number): void {
		const { context } = this.#places;
		this.#drop(this.#call('ring', [this.#engine.ffi.QTS_NewFloat64(context, id)]));
	}

	flush(): void {
		this.#drop(this.#call('flush', []));
	}

	begin(bundle: JSValuePointer, plan: string): void {
		this.#drop(this.#call('begin', [bundle, this.#engine.newText(this.#places.context, plan)]));
	}

	/** Runs up to `most` pending jobs and returns whether there were any. */
	runJobs(most: number): boolean {
		const { runtime, context, scratch } = this.#places;
		const { ffi } = this.#engine;
		if (ffi.QTS_IsJobPending(runtime) === 0) return false;
		type Out = Parameters<typeof ffi.QTS_ExecutePendingJob>[2];
		const result = ffi.QTS_ExecutePendingJob(runtime, most, scratch as Out);
		const error = ffi.QTS_ResolveException(context, result);
		this.#drop(result);
		if (Number(error) === 0) return true;
		const stopped = this.#stopped(error);
		if (stopped.reason !== 'crash') throw stopped;
		return true;
	}

	/** Calls a function of the realm and frees the arguments. */
	#call(name: keyof Half, values: JSValuePointer[]): JSValuePointer {
		const { context, half, scratch } = this.#places;
		const { ffi } = this.#engine;
		values.forEach((value, index) => this.#engine.setWord(scratch + 4 * index, value));
		type List = Parameters<typeof ffi.QTS_Call>[4];
		const result = ffi.QTS_Call(context, half[name], ffi.QTS_GetUndefined(), values.length, scratch as List);
		for (const value of values) this.#drop(value);
		return this.#result(result);
	}

	#drop(value: JSValuePointer): void {
		this.#engine.ffi.QTS_FreeValuePointer(this.#places.context, value);
	}

	#result(result: JSValuePointer): JSValuePointer {
		const error = this.#engine.ffi.QTS_ResolveException(this.#places.context, result);
		if (Number(error) === 0) return result;
		this.#drop(result);
		throw this.#stopped(error);
	}

	#stopped(error: JSValuePointer): Stopped {
		const message = this.#messageOf(error);
		this.#drop(error);
		if (message === 'InternalError: interrupted') return new Stopped('interrupted', message);
		if (message === 'InternalError: out of memory' || this.isFull) return new Stopped('memory', message);
		if (message === 'InternalError: stack overflow') return new Stopped('overflow', message);
		return new Stopped('crash', message.slice(0, 500));
	}

	#messageOf(error: JSValuePointer): string {
		const { context } = this.#places;
		const read = (name: string): string => {
			const key = this.#engine.newText(context, name);
			const found = this.#engine.ffi.QTS_GetProp(context, error, key);
			const text = this.#engine.textOf(context, found);
			this.#drop(key);
			this.#drop(found);
			return text;
		};
		try {
			return `${read('name')}: ${read('message')}`;
		} catch (thrown) {
			return thrown instanceof OutOfMemory ? 'InternalError: out of memory' : '';
		}
	}
}
