/** What a compile worker of Node's and its owner say to each other. */
import type { CompiledPart, ToCompile } from '../parts.ts';

export interface WorkerGiven {
	/** Compiled once, for all workers of a process. */
	module: WebAssembly.Module;
}

/** One at a time. */
export type ToWorker = ToCompile;

export type FromWorker =
	| { type: 'ready' }
	/** `memory`: bytes of the engine's, which never shrinks. */
	| { type: 'compiled'; part: CompiledPart; memory: number }
	/** What was asked broke the engine. */
	| { type: 'broken' };
