/** Starts esbuild's WebAssembly in this worker and detects when it has ended. */
import * as esbuild from 'esbuild-wasm/esm/browser.js';
import type { Esbuild } from './esbuild.ts';

export interface StartedEsbuild {
	esbuild: Esbuild;
	/** Bytes; never shrinks. */
	memory(): number;
}

const EXIT_IMPORT = 'runtime.wasmExit';
/** Exports through which Go runs. esbuild does not pass their exceptions on to a pending build. */
const GO_EXPORTS = ['run', 'resume'] as const;

/** Starts esbuild. Calls `onEnd` when it has run out of memory or stack or given up: its package leaves pending builds unanswered then. */
export async function startEsbuild(module: WebAssembly.Module, onEnd: () => void): Promise<StartedEsbuild> {
	const instantiate = WebAssembly.instantiate;
	let memory: WebAssembly.Memory | undefined;
	const instantiateWatched = async (asked: WebAssembly.Module, imports: WebAssembly.Imports = {}) => {
		const { gojs = {} } = imports;
		const exit = gojs[EXIT_IMPORT];
		if (typeof exit !== 'function') throw new Error('esbuild ends in another way than expected.');
		gojs[EXIT_IMPORT] = (pointer: unknown): void => {
			onEnd();
			exit(pointer);
		};
		const instance = await instantiate(asked, imports);
		const exports = { ...instance.exports };
		for (const name of GO_EXPORTS) exports[name] = callThenEnd(exports[name], onEnd);
		if (exports['mem'] instanceof WebAssembly.Memory) memory = exports['mem'];
		return Object.create(instance, { exports: { value: exports } }) as WebAssembly.Instance;
	};
	Object.assign(WebAssembly, { instantiate: instantiateWatched });
	try {
		// This is already a worker; a second one would only add messages.
		await esbuild.initialize({ wasmModule: module, worker: false });
	} finally {
		Object.assign(WebAssembly, { instantiate });
	}
	return { esbuild, memory: () => memory?.buffer.byteLength ?? 0 };
}

function callThenEnd(call: WebAssembly.ExportValue | undefined, onEnd: () => void): WebAssembly.ExportValue {
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

/** Returns whether an error means that nesting was too deep, in the engine or in the reader of its output. */
export function isEngineCrash(error: unknown): boolean {
	return error instanceof RangeError || error instanceof WebAssembly.RuntimeError;
}
