import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { limitWasmMemory } from './limit-wasm-memory.ts';

const WASM_PAGE_BYTES = 65_536;
const readEsbuildWasm = () => readFile(createRequire(import.meta.url).resolve('esbuild-wasm/esbuild.wasm'));

test('the engine with a memory maximum still compiles, and its memory cannot grow beyond it', async () => {
	const module = await WebAssembly.compile(limitWasmMemory(await readEsbuildWasm(), 200));
	const imports: WebAssembly.Imports = {};
	for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] = () => 0;
	const { mem } = (await WebAssembly.instantiate(module, imports)).exports;
	if (!(mem instanceof WebAssembly.Memory)) throw new Error('no memory');
	mem.grow(200 - mem.buffer.byteLength / WASM_PAGE_BYTES);
	expect(mem.buffer.byteLength).toBe(200 * WASM_PAGE_BYTES);
	expect(() => mem.grow(1)).toThrow(RangeError);
});

test('an empty or already limited engine is refused', async () => {
	expect(() => limitWasmMemory(new Uint8Array())).toThrow();
	const capped = limitWasmMemory(await readEsbuildWasm());
	expect(() => limitWasmMemory(capped)).toThrow('in another way');
});
