/** Evaluates the code of each realm once, in an engine of its own, and takes a snapshot of its memory. */
import type { JSContextPointer, JSValuePointer } from 'quickjs-emscripten-core';
import { REALM_FUNCTION_NAMES, HOST_GLOBAL_NAME, REALM_GLOBAL_NAME } from '../../realm/host.ts';
import type { RealmName } from '../../task-messages.ts';
import { HOST_FUNCTION_NAMES } from './host-calls.ts';
import { QuickjsEngine } from './engine.ts';
import { takeMemoryImage, type MemoryImage, type EnginePointers } from './memory-image.ts';
import { EngineMemoryPool } from './memory-pool.ts';

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
