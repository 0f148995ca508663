/** One QuickJS in a WebAssembly of its own, with a memory that cannot grow beyond its cap. */
import {
	newQuickJSWASMModuleFromVariant,
	newVariant,
	type QuickJSContext,
	type QuickJSHandle,
	type QuickJSRuntime,
	type QuickJSSyncVariant
} from 'quickjs-emscripten-core';
import variant from '@jitl/quickjs-wasmfile-release-sync';
import type { Host } from '../half/host.ts';

const PAGE = 65536;
const INITIAL_PAGES = 256;
/** About as deep as a browser goes. The worker's own stack has room for it. */
const STACK = 2_000_000;
/** From here on an allocation may fail at any moment, and a program could catch that. */
const FULL = 0.95;

/** What came out of the engine instead of an answer. */
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
	/** Whether what runs is to be stopped; asked again and again. */
	isOver(): boolean;
}

export class Instance {
	readonly #memory: WebAssembly.Memory;
	readonly #most: number;
	readonly #runtime: QuickJSRuntime;
	readonly #context: QuickJSContext;

	private constructor(memory: WebAssembly.Memory, most: number, runtime: QuickJSRuntime) {
		this.#memory = memory;
		this.#most = most;
		this.#runtime = runtime;
		this.#context = runtime.newContext();
	}

	static async create({ wasm, megabytes, isOver }: InstanceOptions): Promise<Instance> {
		const maximum = Math.max(INITIAL_PAGES + 1, Math.round((megabytes * 1024 * 1024) / PAGE));
		const memory = new WebAssembly.Memory({ initial: INITIAL_PAGES, maximum });
		// The library's own limit for memory does not hold; this one does.
		const module = await newQuickJSWASMModuleFromVariant(
			newVariant(variant as QuickJSSyncVariant, { wasmModule: wasm, wasmMemory: memory })
		);
		const runtime = module.newRuntime({ maxStackSizeBytes: STACK, interruptHandler: () => isOver() });
		return new Instance(memory, maximum * PAGE, runtime);
	}

	get isFull(): boolean {
		return this.#memory.buffer.byteLength > this.#most * FULL;
	}

	/** Before anything foreign runs: the only door there is. */
	lend(name: string, host: Host): void {
		const context = this.#context;
		const holder = context.newObject();
		const add = (key: keyof Host, call: (...values: QuickJSHandle[]) => QuickJSHandle | undefined): void => {
			context
				.newFunction(key, (...values) => call(...values) ?? context.undefined)
				.consume((made) => {
					context.setProp(holder, key, made);
				});
		};
		const text = (handle: QuickJSHandle | undefined): string => (handle === undefined ? '' : context.getString(handle));
		const number = (handle: QuickJSHandle | undefined): number =>
			handle === undefined ? 0 : context.getNumber(handle);
		const truth = (handle: QuickJSHandle | undefined): boolean => handle !== undefined && context.dump(handle) === true;
		add('send', (message) => context.newString(host.send(text(message))));
		add('tell', (message) => void host.tell(text(message)));
		add('write', (message) => void host.write(text(message)));
		add('real', () => context.newNumber(host.real()));
		add('now', () => context.newNumber(host.now()));
		add('random', () => context.newNumber(host.random()));
		add('ring', (id, delay, repeats, isLimit) => {
			host.ring(number(id), number(delay), truth(repeats), truth(isLimit));
			return undefined;
		});
		add('silence', (id) => void host.silence(number(id)));
		context.setProp(context.global, name, holder);
		holder.dispose();
	}

	/** Evaluated in the global scope; the result is kept as long as the instance. */
	evaluate(code: string, file: string): QuickJSHandle {
		return this.#result(() => this.#context.evalCode(code, file, { type: 'global' }));
	}

	take(name: string): QuickJSHandle {
		const found = this.#context.getProp(this.#context.global, name);
		this.#context.setProp(this.#context.global, name, this.#context.undefined);
		return found;
	}

	call(holder: QuickJSHandle, method: string, ...values: (string | number | QuickJSHandle)[]): string {
		const context = this.#context;
		const callee = context.getProp(holder, method);
		const handles = values.map((value) =>
			typeof value === 'string'
				? context.newString(value)
				: typeof value === 'number'
					? context.newNumber(value)
					: value
		);
		const result = this.#result(() => context.callFunction(callee, context.undefined, ...handles));
		const text = context.typeof(result) === 'string' ? context.getString(result) : '';
		result.dispose();
		handles.forEach((handle, index) => {
			if (typeof values[index] !== 'object') handle.dispose();
		});
		callee.dispose();
		return text;
	}

	/** Some of the jobs that wait. Says whether there were any. */
	runJobs(most: number): boolean {
		if (!this.#runtime.hasPendingJob()) return false;
		const result = this.#runtime.executePendingJobs(most);
		if (result.error !== undefined) {
			const stopped = this.#stopped(result.error);
			if (stopped.reason !== 'crash') throw stopped;
		}
		return true;
	}

	#result(run: () => { value: QuickJSHandle; error?: undefined } | { error: QuickJSHandle }): QuickJSHandle {
		const result = run();
		if (result.error === undefined) return result.value;
		throw this.#stopped(result.error);
	}

	#stopped(error: QuickJSHandle): Stopped {
		const read = (key: string): string => {
			try {
				return this.#context.getProp(error, key).consume((found) => this.#context.getString(found));
			} catch {
				return '';
			}
		};
		const message = `${read('name')}: ${read('message')}`;
		error.dispose();
		if (message === 'InternalError: interrupted') return new Stopped('interrupted', message);
		if (message === 'InternalError: out of memory' || this.isFull) return new Stopped('memory', message);
		if (message === 'InternalError: stack overflow') return new Stopped('overflow', message);
		return new Stopped('crash', message.slice(0, 500));
	}
}
