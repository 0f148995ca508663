import type {
	EmscriptenModuleLoader,
	JSContextPointer,
	JSRuntimePointer,
	JSValuePointer,
	QuickJSEmscriptenModule,
	QuickJSFFI,
	QuickJSSyncVariant
} from 'quickjs-emscripten-core';
import variant from '@jitl/quickjs-wasmfile-release-sync';
import { type RealmHost, TIMER_KINDS } from '../../realm/host.ts';

export const HOST_FUNCTION_NAMES = [
	'sendToOtherRealm',
	'reportProgress',
	'writeToConsole',
	'processorTime',
	'now',
	'random',
	'startTimer',
	'cancelTimer'
] as const satisfies (keyof RealmHost)[];

export function createHostCallHandler(
	engine: QuickjsEngine,
	context: JSContextPointer,
	host: RealmHost
): HostCallHandler {
	return (callNumber, [first, second, third]) => {
		const readTextArgument = () => (first === undefined ? '' : engine.readEngineString(context, first));
		const readNumberArgument = (value = first) => (value === undefined ? 0 : engine.ffi.QTS_GetFloat64(context, value));
		switch (HOST_FUNCTION_NAMES[callNumber]) {
			case 'sendToOtherRealm':
				return host.sendToOtherRealm(readTextArgument());
			case 'reportProgress':
				return void host.reportProgress(readTextArgument());
			case 'writeToConsole':
				return void host.writeToConsole(readTextArgument());
			case 'processorTime':
				return host.processorTime();
			case 'now':
				return host.now();
			case 'random':
				return host.random();
			case 'startTimer':
				return void host.startTimer(
					readNumberArgument(),
					readNumberArgument(second),
					TIMER_KINDS[readNumberArgument(third)] ?? 'once'
				);
			case 'cancelTimer':
				return void host.cancelTimer(readNumberArgument());
			case undefined:
				throw new Error('There is no such function.');
		}
	};
}

export const MEMORY_PAGE_BYTES = 65536;
/** Pages that the memory has at the start, which hold the engine's own data and stack. */
export const INITIAL_MEMORY_PAGES = 256;

export type HostCallHandler = (callNumber: number, values: JSValuePointer[]) => string | number | undefined;

export interface EngineCallbacks {
	callHost: HostCallHandler;
	isAttemptOver(): boolean;
	/** Called with the error that `callHost` threw. The engine only gets an error without a message. */
	onHostError(error: unknown): void;
}

export class OutOfMemoryError extends Error {}

type ModuleLoader = EmscriptenModuleLoader<QuickJSEmscriptenModule>;

/** The library's own interface creates an object for every value and cannot start from a saved memory. */
export class QuickjsEngine {
	readonly memory: WebAssembly.Memory;
	readonly ffi: QuickJSFFI;
	readonly #module: QuickJSEmscriptenModule;
	#memoryBuffer: Buffer;

	private constructor(memory: WebAssembly.Memory, module: QuickJSEmscriptenModule, ffi: QuickJSFFI) {
		this.memory = memory;
		this.#module = module;
		this.ffi = ffi;
		this.#memoryBuffer = Buffer.from(memory.buffer);
	}

	static async open(wasm: WebAssembly.Module, memory: WebAssembly.Memory): Promise<QuickjsEngine> {
		const { importFFI, importModuleLoader } = variant as QuickJSSyncVariant;
		const [Functions, loaderModule] = await Promise.all([importFFI(), importModuleLoader()]);
		const loadModule = unwrapModuleLoader(loaderModule);
		const module = await loadModule({
			wasmMemory: memory,
			instantiateWasm(imports, onSuccess) {
				const instance = new WebAssembly.Instance(wasm, imports);
				onSuccess(instance);
				return instance.exports;
			}
		});
		return new QuickjsEngine(memory, module, new Functions(module));
	}

	setCallbacks({ callHost, isAttemptOver, onHostError }: EngineCallbacks): void {
		const refuseModuleLoading = (): never => {
			throw new Error('There are no modules to load.');
		};
		this.#module.callbacks = {
			callFunction: (_, context, _self, count, list, callNumber) => {
				try {
					return this.#callHostFunction(callHost, context, count, list, callNumber);
				} catch (error) {
					onHostError(error);
					return this.#throw(context);
				}
			},
			shouldInterrupt: () => (isAttemptOver() ? 1 : 0),
			freeHostRef: () => undefined,
			loadModuleSource: refuseModuleLoading,
			normalizeModule: refuseModuleLoading
		};
	}

	#callHostFunction(
		callHost: HostCallHandler,
		context: JSContextPointer,
		argumentCount: number,
		listPointer: number,
		callNumber: number
	): JSValuePointer {
		const values: JSValuePointer[] = [];
		for (let index = 0; index < argumentCount; index++) {
			values.push(toPointer(this.ffi.QTS_ArgvGetJSValueConstPointer(toPointer(listPointer), index)));
		}
		const returnedValue = callHost(callNumber, values);
		if (typeof returnedValue === 'string') return this.createTextValue(context, returnedValue);
		return typeof returnedValue === 'number' ? this.ffi.QTS_NewFloat64(context, returnedValue) : toPointer(0);
	}

	/** Throws an empty error in the engine, because an exception of the host would leave the engine's stack inconsistent. */
	#throw(context: JSContextPointer): JSValuePointer {
		const error = this.ffi.QTS_NewError(context);
		const exception = this.ffi.QTS_Throw(context, error);
		this.ffi.QTS_FreeValuePointer(context, error);
		return exception;
	}

	createRuntime(stackBytes: number): { runtime: JSRuntimePointer; context: JSContextPointer } {
		const runtime = this.ffi.QTS_NewRuntime();
		this.ffi.QTS_RuntimeSetMaxStackSize(runtime, stackBytes);
		this.ffi.QTS_RuntimeEnableInterruptHandler(runtime);
		return { runtime, context: this.ffi.QTS_NewContext(runtime, 0 as Parameters<QuickJSFFI['QTS_NewContext']>[1]) };
	}

	reserveBytes(byteCount: number): number {
		return this.#module._malloc(byteCount);
	}

	createTextValue(context: JSContextPointer, text: string): JSValuePointer {
		const at = this.#writeText(text);
		const textPointer = this.ffi.QTS_NewString(context, toPointer(at));
		this.#module._free(at);
		return textPointer;
	}

	readEngineString(context: JSContextPointer, value: JSValuePointer): string {
		const at = this.ffi.QTS_GetString(context, value);
		if (Number(at) === 0) return '';
		const bytes = this.#memoryBytes();
		const text = bytes.toString('utf8', at, bytes.indexOf(0, at));
		this.ffi.QTS_FreeCString(context, at);
		return text;
	}

	evaluate(context: JSContextPointer, code: string, fileName: string): JSValuePointer {
		const at = this.#writeText(code);
		type EvalParameters = Parameters<QuickJSFFI['QTS_Eval']>;
		const length = Buffer.byteLength(code);
		const resultPointer = this.ffi.QTS_Eval(
			context,
			toPointer(at),
			length,
			fileName,
			0 as EvalParameters[4],
			0 as EvalParameters[5]
		);
		this.#module._free(at);
		return resultPointer;
	}

	writeMemoryWord(at: number, value: number): void {
		this.#memoryBytes().writeUInt32LE(value, at);
	}

	#writeText(text: string): number {
		// Three bytes for each UTF-16 unit are always enough, and one more byte is for the terminating zero.
		const size = text.length < 4096 ? text.length * 3 : Buffer.byteLength(text);
		const at = this.#module._malloc(size + 1);
		if (at === 0) throw new OutOfMemoryError('no room for a text');
		const bytes = this.#memoryBytes();
		bytes[at + bytes.write(text, at, size, 'utf8')] = 0;
		return at;
	}

	/** When the memory grows, its old buffer is detached. */
	#memoryBytes(): Buffer {
		if (this.#memoryBuffer.buffer !== this.memory.buffer) this.#memoryBuffer = Buffer.from(this.memory.buffer);
		return this.#memoryBuffer;
	}
}

/** Unwraps the default export, which some bundlers wrap again. */
function unwrapModuleLoader(loaderModule: Awaited<ReturnType<QuickJSSyncVariant['importModuleLoader']>>): ModuleLoader {
	const unwrappedModule = 'default' in loaderModule ? loaderModule.default : loaderModule;
	return 'default' in unwrappedModule ? unwrappedModule.default : unwrappedModule;
}

function toPointer<Kind extends number>(at: number): Kind {
	return at as Kind;
}
