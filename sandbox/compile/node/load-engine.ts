/** Loads the parts of a compile worker from code and a path, which can be sent to another process. */
import { readFile } from 'node:fs/promises';
import { limitWasmMemory } from '../limit-wasm-memory.ts';
import type { CompileWorkerParts } from './client.ts';

export interface CompilerEngineParts {
	code: string;
	wasm: string;
}

export async function prepareWorkerParts({ code, wasm }: CompilerEngineParts): Promise<CompileWorkerParts> {
	return { code, module: await WebAssembly.compile(limitWasmMemory(await readFile(wasm))) };
}
