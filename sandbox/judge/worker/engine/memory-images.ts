import type { JSContextPointer, JSValuePointer, JSRuntimePointer } from 'quickjs-emscripten-core';
import { REALM_FUNCTION_NAMES, HOST_GLOBAL_NAME, REALM_GLOBAL_NAME, type RealmFunctions } from '../../realm/host.ts';
import type { RealmName } from '../../task-messages.ts';
import { HOST_FUNCTION_NAMES, QuickjsEngine, INITIAL_MEMORY_PAGES, MEMORY_PAGE_BYTES } from './engine.ts';

export interface EngineMemory {
	memory: WebAssembly.Memory;
	maxBytes: number;
}

/** Number of free memories to keep, enough for the two engines of an attempt. */
const MAX_FREE_MEMORIES = 2;
/** A block of zeros. A memory is compared with it block by block, and only blocks that differ are cleared. */
const BLOCK_OF_ZEROS = Buffer.alloc(16_384);
const INITIAL_MEMORY_BYTES = INITIAL_MEMORY_PAGES * MEMORY_PAGE_BYTES;

export class EngineMemoryPool {
	readonly #freeMemories: EngineMemory[] = [];

	/** Returns a memory that holds only zeros, as a new one does. `maxMegabytes` is the most that it can grow to. */
	takeMemory(maxMegabytes: number): EngineMemory {
		const maximum = Math.max(INITIAL_MEMORY_PAGES + 1, Math.round((maxMegabytes * 1024 * 1024) / MEMORY_PAGE_BYTES));
		const maxBytes = maximum * MEMORY_PAGE_BYTES;
		const index = this.#freeMemories.findIndex((each) => each.maxBytes === maxBytes);
		const [freeMemory] = index === -1 ? [] : this.#freeMemories.splice(index, 1);
		return freeMemory ?? { memory: new WebAssembly.Memory({ initial: INITIAL_MEMORY_PAGES, maximum }), maxBytes };
	}

	/** Clears a memory whose engine never runs again. A memory that has grown is dropped, because it cannot shrink. */
	putBackMemory({ memory, maxBytes }: EngineMemory): void {
		if (memory.buffer.byteLength > INITIAL_MEMORY_BYTES) return;
		clearMemory(memory);
		this.#freeMemories.push({ memory, maxBytes });
		if (this.#freeMemories.length > MAX_FREE_MEMORIES) this.#freeMemories.shift();
	}
}

/** Fills a memory with zeros. Most of a memory was never written to, and reading zeros is faster than writing them again. */
function clearMemory({ buffer }: WebAssembly.Memory): void {
	const bytes = Buffer.from(buffer);
	for (let start = 0; start < bytes.length; start += BLOCK_OF_ZEROS.length) {
		const end = start + BLOCK_OF_ZEROS.length;
		if (bytes.compare(BLOCK_OF_ZEROS, 0, BLOCK_OF_ZEROS.length, start, end) !== 0) bytes.fill(0, start, end);
	}
}

export interface EnginePointers {
	runtime: JSRuntimePointer;
	context: JSContextPointer;
	functions: Record<keyof RealmFunctions, JSValuePointer>;
	scratchMemory: number;
}

export interface MemoryImage {
	pointers: EnginePointers;
	/** Ranges of memory that differ from a new engine's: offset and size in bytes. */
	parts: [at: number, size: number][];
	/** Bytes of all these ranges in order. The threads share and never change them. */
	bytes: Uint8Array<SharedArrayBuffer>;
}

const COMPARED_BLOCK_BYTES = 4096;

function takeMemoryImage(
	memory: WebAssembly.Memory,
	newEngineBytes: Uint8Array,
	pointers: EnginePointers
): MemoryImage {
	const currentBytes = new Uint8Array(memory.buffer);
	const parts: MemoryImage['parts'] = [];
	for (let at = 0; at < currentBytes.length; at += COMPARED_BLOCK_BYTES) {
		if (
			hasSameBytes(
				currentBytes.subarray(at, at + COMPARED_BLOCK_BYTES),
				newEngineBytes.subarray(at, at + COMPARED_BLOCK_BYTES)
			)
		)
			continue;
		const lastPart = parts[parts.length - 1];
		if (lastPart !== undefined && lastPart[0] + lastPart[1] === at) lastPart[1] += COMPARED_BLOCK_BYTES;
		else parts.push([at, COMPARED_BLOCK_BYTES]);
	}
	const bytes = new Uint8Array(new SharedArrayBuffer(parts.reduce((sum, [, size]) => sum + size, 0)));
	let filledCount = 0;
	for (const [at, size] of parts) {
		bytes.set(currentBytes.subarray(at, at + size), filledCount);
		filledCount += size;
	}
	return { pointers, parts, bytes };
}

/** Copies the snapshot into a new engine's memory, which is twenty times faster than evaluating the realm again. */
export function restoreMemoryImage({ parts, bytes }: MemoryImage, memory: WebAssembly.Memory): void {
	const targetBytes = new Uint8Array(memory.buffer);
	let readOffset = 0;
	for (const [at, size] of parts) {
		targetBytes.set(bytes.subarray(readOffset, readOffset + size), at);
		readOffset += size;
	}
}

function hasSameBytes(one: Uint8Array, other: Uint8Array): boolean {
	return Buffer.compare(one, other) === 0;
}

export type RealmMemoryImages = Record<RealmName, MemoryImage>;

/** Bytes of stack in an engine, for about as deep a recursion as in a browser. The worker's own stack has room for them. */
const STACK_BYTES = 2_000_000;
const ENGINE_MEMORY_MEGABYTES = 64;
const MAX_CALL_ARGUMENTS = 8;

export async function makeRealmMemoryImages(
	wasm: WebAssembly.Module,
	realmCode: Record<RealmName, string>
): Promise<RealmMemoryImages> {
	const [checks, program] = await Promise.all([
		makeMemoryImage(wasm, realmCode.checks, 'realm-checks.js'),
		makeMemoryImage(wasm, realmCode.program, 'realm-program.js')
	]);
	return { checks, program };
}

async function makeMemoryImage(wasm: WebAssembly.Module, code: string, fileName: string): Promise<MemoryImage> {
	const { memory } = new EngineMemoryPool().takeMemory(ENGINE_MEMORY_MEGABYTES);
	const engine = await QuickjsEngine.open(wasm, memory);
	const newEngineBytes = new Uint8Array(memory.buffer.slice(0));
	engine.setCallbacks({
		callHost() {
			throw new Error('A realm asks for nothing while it is evaluated.');
		},
		isAttemptOver: () => false,
		onHostError(error) {
			throw error;
		}
	});
	const { runtime, context } = engine.createRuntime(STACK_BYTES);
	installHostFunctions(engine, context);
	const resultPointer = engine.evaluate(context, code, fileName);
	if (Number(engine.ffi.QTS_ResolveException(context, resultPointer)) !== 0)
		throw new Error(`${fileName} does not load`);
	engine.ffi.QTS_FreeValuePointer(context, resultPointer);
	const functions = takeFunctionsFromRealm(engine, context);
	const scratchMemory = engine.reserveBytes(4 * MAX_CALL_ARGUMENTS);
	return takeMemoryImage(memory, newEngineBytes, { runtime, context, functions, scratchMemory });
}

/** Installs the host functions, through which alone the realm reaches anything outside. */
function installHostFunctions(engine: QuickjsEngine, context: JSContextPointer): void {
	const { ffi } = engine;
	const hostObject = ffi.QTS_NewObject(context);
	HOST_FUNCTION_NAMES.forEach((name, index) => {
		type FunctionId = Parameters<typeof ffi.QTS_NewFunction>[4];
		setProperty(engine, context, hostObject, name, ffi.QTS_NewFunction(context, name, 0, false, index as FunctionId));
	});
	setProperty(engine, context, ffi.QTS_GetGlobalObject(context), HOST_GLOBAL_NAME, hostObject);
}

function takeFunctionsFromRealm(engine: QuickjsEngine, context: JSContextPointer): EnginePointers['functions'] {
	const globalObject = engine.ffi.QTS_GetGlobalObject(context);
	const realmObject = getProperty(engine, context, globalObject, REALM_GLOBAL_NAME);
	setProperty(
		engine,
		context,
		globalObject,
		REALM_GLOBAL_NAME,
		engine.ffi.QTS_DupValuePointer(context, engine.ffi.QTS_GetUndefined())
	);
	const [receive, fireTimer, sendChanges, begin] = REALM_FUNCTION_NAMES.map((name) =>
		getProperty(engine, context, realmObject, name)
	);
	if (!receive || !fireTimer || !sendChanges || !begin) throw new Error('a realm gives too little');
	return { receive, fireTimer, sendChanges, begin };
}

function getProperty(
	engine: QuickjsEngine,
	context: JSContextPointer,
	objectPointer: JSValuePointer,
	name: string
): JSValuePointer {
	return engine.ffi.QTS_GetProp(context, objectPointer, engine.createTextValue(context, name));
}

function setProperty(
	engine: QuickjsEngine,
	context: JSContextPointer,
	objectPointer: JSValuePointer,
	name: string,
	value: JSValuePointer
): void {
	engine.ffi.QTS_SetProp(context, objectPointer, engine.createTextValue(context, name), value);
}
