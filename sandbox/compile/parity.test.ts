import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as wasm from 'esbuild-wasm/esm/browser.js';
import { beforeAll, expect, test, vi } from 'vitest';
import { createEngine, type Engine } from './engine.ts';
import { readFixtures } from './fixture.ts';
import { compileInNode } from './node/index.ts';

let engine: Engine;

beforeAll(async () => {
	// The browser's edition asks for the global scope by a worker's name.
	vi.stubGlobal('self', globalThis);
	const path = createRequire(import.meta.url).resolve('esbuild-wasm/esbuild.wasm');
	await wasm.initialize({ wasmModule: await WebAssembly.compile(await readFile(path)), worker: false });
	engine = createEngine(wasm);
});

// One context through all fixtures, as through the edits of an afternoon.
test.each([...readFixtures(), ...readFixtures().reverse()])('$name: browser and Node agree', async ({ sources }) => {
	const native = await compileInNode(sources);
	const browser = await engine.compile(sources);
	expect({ ...browser, duration: 0 }).toEqual({ ...native, duration: 0 });
});
