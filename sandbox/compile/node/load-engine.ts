/** Prepares the parts of compile workers, whose values can be sent to another process. */
import { readFile } from 'node:fs/promises';
import { capMemory } from '../cap-memory.ts';
import type { CompileWorkerParts } from './client.ts';

export interface EngineParts {
	code: string;
	wasm: string;
}

export async function workerParts({ code, wasm }: EngineParts): Promise<CompileWorkerParts> {
	return { code, module: await WebAssembly.compile(capMemory(await readFile(wasm))) };
}
