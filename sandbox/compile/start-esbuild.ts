import * as esbuild from 'esbuild-wasm/esm/browser.js';
import type { Esbuild } from './esbuild.ts';

export interface StartedEsbuild {
	esbuild: Esbuild;
	/** Returns the bytes of memory in use, a number that never falls. */
	memoryBytes(): number;
}

const EXIT_IMPORT_NAME = 'runtime.wasmExit';
/** WebAssembly exports that run Go code. When one throws, esbuild leaves the pending builds unanswered. */
const GO_EXPORT_NAMES = ['run', 'resume'] as const;

/** Calls `onEnd` when esbuild crashed or gave up: its package then leaves pending builds unanswered. */
export async function startEsbuild(module: WebAssembly.Module, onEnd: () => void): Promise<StartedEsbuild> {
	const instantiate = WebAssembly.instantiate;
	let memory: WebAssembly.Memory | undefined;
	const instantiateWatched = async (asked: WebAssembly.Module, imports: WebAssembly.Imports = {}) => {
		const { gojs = {} } = imports;
		const exit = gojs[EXIT_IMPORT_NAME];
		if (typeof exit !== 'function') throw new Error('esbuild ends in another way than expected.');
		gojs[EXIT_IMPORT_NAME] = (pointer: unknown): void => {
			onEnd();
			exit(pointer);
		};
		const instance = await instantiate(asked, imports);
		const exports = { ...instance.exports };
		for (const name of GO_EXPORT_NAMES) exports[name] = reportEndOnThrow(exports[name], onEnd);
		if (exports['mem'] instanceof WebAssembly.Memory) memory = exports['mem'];
		return Object.create(instance, { exports: { value: exports } }) as WebAssembly.Instance;
	};
	Object.assign(WebAssembly, { instantiate: instantiateWatched });
	try {
		// This thread is a worker already; a second worker would only add messages.
		await esbuild.initialize({ wasmModule: module, worker: false });
	} finally {
		Object.assign(WebAssembly, { instantiate });
	}
	return { esbuild, memoryBytes: () => memory?.buffer.byteLength ?? 0 };
}

function reportEndOnThrow(call: WebAssembly.ExportValue | undefined, onEnd: () => void): WebAssembly.ExportValue {
	if (typeof call !== 'function') throw new Error('esbuild begins in another way than expected.');
	return (...values: unknown[]): unknown => {
		try {
			return (call as (...values: unknown[]) => unknown)(...values);
		} catch (error) {
			onEnd();
			throw error;
		}
	};
}

/** Returns whether an error means that the program is nested too deeply for the engine or for the reader of its output. */
export function isEngineCrash(error: unknown): boolean {
	return error instanceof RangeError || error instanceof WebAssembly.RuntimeError;
}
