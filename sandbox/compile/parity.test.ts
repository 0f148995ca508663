import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as wasm from 'esbuild-wasm/esm/browser.js';
import { beforeAll, expect, test, vi } from 'vitest';
import { createCompileEngine, type CompileEngine } from './engine.ts';
import { readCompilerFixtures } from './compiler-fixtures.ts';
import { compileInNode } from './node/index.ts';

let engine: CompileEngine;

beforeAll(async () => {
	// esbuild's browser build calls the global object `self`, as workers do.
	vi.stubGlobal('self', globalThis);
	const path = createRequire(import.meta.url).resolve('esbuild-wasm/esbuild.wasm');
	await wasm.initialize({ wasmModule: await WebAssembly.compile(await readFile(path)), worker: false });
	engine = createCompileEngine(wasm);
});

// One engine compiles all fixtures in turn, as in a browser through many edits.
test.each([...readCompilerFixtures(), ...readCompilerFixtures().reverse()])(
	'$name: the browser’s compiler gives the same result as Node’s',
	{ tags: ['more'] },
	async ({ sources }) => {
		const native = await compileInNode(sources);
		const browser = await engine.compile(sources);
		expect({ ...browser, duration: 0 }).toEqual({ ...native, duration: 0 });
	}
);
