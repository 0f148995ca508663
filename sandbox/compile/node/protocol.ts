/** Messages between a Node compile worker and its owner. */
import type { CompiledPart, ToCompile } from '../engine.ts';

export interface WorkerGiven {
	module: WebAssembly.Module;
}

/** Sent only when no other compile is pending. */
export type ToWorker = ToCompile;

export type FromWorker =
	| { type: 'ready' }
	/** `memory` is the engine's memory in bytes, which never shrinks. */
	| { type: 'compiled'; part: CompiledPart; memory: number }
	| { type: 'broken' };
