/**
 * The worker's own way out, taken before any program is loaded, and its names removed: a program that calls `postMessage`
 * by itself finds nothing there. No boundary (the realm is shared), which is why the frame parses and counts.
 */
import type { FromWorker } from '../../protocol.ts';

interface WorkerScope {
	postMessage(message: unknown): void;
	addEventListener(type: string, listener: (event: MessageEvent) => void): void;
	requestAnimationFrame?(callback: (time: number) => void): number;
}
/** The part of DedicatedWorkerGlobalScope used here: its types exclude those of a page. */
export const scope = globalThis as unknown as WorkerScope;

const post = scope.postMessage.bind(scope);
const nextFrame = scope.requestAnimationFrame?.bind(scope);
const laterTimer = globalThis.setTimeout.bind(globalThis);
const clearTimer: (timer: number) => void = globalThis.clearTimeout.bind(globalThis);
const turns = new MessageChannel();
const waiting: (() => void)[] = [];
turns.port1.onmessage = () => waiting.shift()?.();

export const send = (message: FromWorker): void => post(message);
export const realNow = performance.now.bind(performance);
export const realTimeout = (callback: () => void, delay: number): unknown => laterTimer(callback, delay);
export const realClear = (timer: unknown): void => clearTimer(timer as number);
/** After everything that is promised has settled. */
export const whenIdle = (callback: () => void): void => {
	waiting.push(callback);
	turns.port2.postMessage(null);
};
/** A worker without animation frames draws by a timer. */
export const onNextFrame = (callback: () => void): void => {
	if (nextFrame === undefined) laterTimer(callback, 16);
	else nextFrame(callback);
};

/** Not closed by their absence (the policy does that), but a program has no use for them. */
export function removeWaysOut(): void {
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
