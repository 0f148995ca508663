/** Evaluates each realm once in a separate engine and takes a snapshot of its memory. */
import type { JSContextPointer, JSValuePointer } from 'quickjs-emscripten-core';
import { HALF_CALLS, HOST, HALF } from '../../realm/host.ts';
import type { Side } from '../../plan.ts';
import { HOST_CALLS } from './calls.ts';
import { Engine, INITIAL_PAGES } from './engine.ts';
import { imageOf, memoryFor, type Image, type Places } from './image.ts';

export type Images = Record<Side, Image>;

/** Stack bytes for about the depth of a browser; the worker's own stack has room for it. */
const STACK = 2_000_000;
const MEGABYTES = 64;
const MOST_VALUES = 8;

export async function makeImages(wasm: WebAssembly.Module, realmCode: Record<Side, string>): Promise<Images> {
	const [checks, program] = await Promise.all([
		makeImage(wasm, realmCode.checks, 'realm-checks.js'),
		makeImage(wasm, realmCode.program, 'realm-program.js')
	]);
	return { checks, program };
}

async function makeImage(wasm: WebAssembly.Module, code: string, file: string): Promise<Image> {
	const { memory } = memoryFor(INITIAL_PAGES, MEGABYTES);
	const engine = await Engine.open(wasm, memory);
	const before = new Uint8Array(memory.buffer.slice(0));
	engine.listen({
		call() {
			throw new Error('A half asks for nothing while it is evaluated.');
		},
		isOver: () => false,
		failed(error) {
			throw error;
		}
	});
	const { runtime, context } = engine.newRuntime(STACK);
	lend(engine, context);
	const made = engine.evaluate(context, code, file);
	if (Number(engine.ffi.QTS_ResolveException(context, made)) !== 0) throw new Error(`${file} does not load`);
	engine.ffi.QTS_FreeValuePointer(context, made);
	const half = take(engine, context);
	const scratch = engine.reserve(4 * MOST_VALUES);
	return imageOf(memory, before, { runtime, context, half, scratch });
}

/** Installs the host functions, the realm's only access to the outside. */
function lend(engine: Engine, context: JSContextPointer): void {
	const { ffi } = engine;
	const holder = ffi.QTS_NewObject(context);
	HOST_CALLS.forEach((name, index) => {
		type Id = Parameters<typeof ffi.QTS_NewFunction>[4];
		set(engine, context, holder, name, ffi.QTS_NewFunction(context, name, 0, false, index as Id));
	});
	set(engine, context, ffi.QTS_GetGlobalObject(context), HOST, holder);
}

function take(engine: Engine, context: JSContextPointer): Places['half'] {
	const all = engine.ffi.QTS_GetGlobalObject(context);
	const holder = get(engine, context, all, HALF);
	set(engine, context, all, HALF, engine.ffi.QTS_DupValuePointer(context, engine.ffi.QTS_GetUndefined()));
	const [receive, ring, flush, begin] = HALF_CALLS.map((name) => get(engine, context, holder, name));
	if (!receive || !ring || !flush || !begin) throw new Error('a half gives too little');
	return { receive, ring, flush, begin };
}

function get(engine: Engine, context: JSContextPointer, from: JSValuePointer, name: string): JSValuePointer {
	return engine.ffi.QTS_GetProp(context, from, engine.newText(context, name));
}

function set(engine: Engine, context: JSContextPointer, to: JSValuePointer, name: string, value: JSValuePointer): void {
	engine.ffi.QTS_SetProp(context, to, engine.newText(context, name), value);
}
