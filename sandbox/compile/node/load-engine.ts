/** Makes the engine of the compile workers, with a maximum in its memory, out of what may be sent to another process. */
import { readFile } from 'node:fs/promises';
import { capMemory } from '../capped.ts';
import type { WorkerParts } from './client.ts';

export interface EngineParts {
	/** The worker's. */
	code: string;
	/** Where the engine's WebAssembly is, as its package brings it. */
	wasm: string;
}

export async function workerParts({ code, wasm }: EngineParts): Promise<WorkerParts> {
	return { code, module: await WebAssembly.compile(capMemory(await readFile(wasm))) };
}
