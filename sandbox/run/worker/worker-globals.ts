/** The worker's own functions for messages, frames and time, captured before any program is loaded. */
import type { MessageFromWorker } from '../../protocol.ts';

interface WorkerScope {
	postMessage(message: unknown): void;
	addEventListener(type: string, listener: (event: MessageEvent) => void): void;
	requestAnimationFrame?(callback: (time: number) => void): number;
}
/** The part of DedicatedWorkerGlobalScope that is used here, because its types conflict with those of a page. */
export const workerScope = globalThis as unknown as WorkerScope;

const postToFrame = workerScope.postMessage.bind(workerScope);
const originalRequestAnimationFrame = workerScope.requestAnimationFrame?.bind(workerScope);
const originalSetTimer = globalThis.setTimeout.bind(globalThis);
const originalClearTimer: (timer: number) => void = globalThis.clearTimeout.bind(globalThis);
const settledPromiseChannel = new MessageChannel();
const settledPromiseCallbacks: (() => void)[] = [];
settledPromiseChannel.port1.onmessage = () => settledPromiseCallbacks.shift()?.();

export const sendToFrame = (message: MessageFromWorker): void => postToFrame(message);
export const originalNow = performance.now.bind(performance);
export const originalSetTimeout = (callback: () => void, delay: number): unknown => originalSetTimer(callback, delay);
export const originalClearTimeout = (timer: unknown): void => originalClearTimer(timer as number);
/** Calls `callback` in a later turn of the event loop, when the callbacks of all settled promises have run. */
export const callWhenPromisesSettle = (callback: () => void): void => {
	settledPromiseCallbacks.push(callback);
	settledPromiseChannel.port2.postMessage(null);
};
/** Calls `callback` at the next frame, or by a timer where workers have no animation frames. */
export const callOnNextFrame = (callback: () => void): void => {
	if (originalRequestAnimationFrame === undefined) originalSetTimer(callback, 16);
	else originalRequestAnimationFrame(callback);
};

/**
 * Removes global functions that programs have no use for. This is no security boundary, because the realm is shared: the policy
 * keeps programs from the network, and the frame parses and counts messages.
 */
export function removeUnneededGlobals(): void {
	for (const name of [
		'postMessage',
		'close',
		'Worker',
		'importScripts',
		'requestAnimationFrame',
		'cancelAnimationFrame'
	]) {
		let owner: object | null = globalThis;
		while (owner !== null) {
			Reflect.deleteProperty(owner, name);
			owner = Reflect.getPrototypeOf(owner);
		}
	}
}
