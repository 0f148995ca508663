/** Messages between a Node compile worker and its owner. */
import type { CompiledPart, CompileTask } from '../engine.ts';

export interface CompileWorkerData {
	module: WebAssembly.Module;
}

/** A compile task. The owner waits for the answer before it sends the next task, because answers carry no number. */
export type MessageToCompileWorker = CompileTask;

export type MessageFromCompileWorker =
	/** `thread` is the number of the worker's thread, or null where the system does not measure threads. */
	| { type: 'ready'; thread: string | null }
	/** `memory` is the engine's memory in bytes, which never shrinks. */
	| { type: 'compiled'; part: CompiledPart; memory: number }
	| { type: 'broken' };
