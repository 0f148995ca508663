/**
 * The memory of an engine in which a half was evaluated, before anything foreign ran in it. A new engine begins from a copy:
 * evaluating the half again takes twenty times as long.
 */
import type { JSContextPointer, JSRuntimePointer, JSValuePointer } from 'quickjs-emscripten-core';
import type { Half } from '../../realm/host.ts';
import { INITIAL_PAGES, PAGE } from './engine.ts';

/** Where things are in that memory: the same in every copy. */
export interface Places {
	runtime: JSRuntimePointer;
	context: JSContextPointer;
	half: Record<keyof Half, JSValuePointer>;
	/** Room for the arguments of a call. */
	scratch: number;
}

export interface Image {
	places: Places;
	pages: number;
	/** What is not as in a new engine: from where, and how many bytes. */
	parts: [at: number, size: number][];
	/** Of all parts, one behind the other. Shared by the threads, and only read. */
	bytes: Uint8Array<SharedArrayBuffer>;
}

/** Compared in pieces of this size. */
const PIECE = 4096;

/** `before`: the memory of a new engine. */
export function imageOf(memory: WebAssembly.Memory, before: Uint8Array, places: Places): Image {
	const now = new Uint8Array(memory.buffer);
	const parts: Image['parts'] = [];
	for (let at = 0; at < now.length; at += PIECE) {
		if (isSame(now.subarray(at, at + PIECE), before.subarray(at, at + PIECE))) continue;
		const last = parts[parts.length - 1];
		if (last !== undefined && last[0] + last[1] === at) last[1] += PIECE;
		else parts.push([at, PIECE]);
	}
	const bytes = new Uint8Array(new SharedArrayBuffer(parts.reduce((sum, [, size]) => sum + size, 0)));
	let filled = 0;
	for (const [at, size] of parts) {
		bytes.set(now.subarray(at, at + size), filled);
		filled += size;
	}
	return { places, pages: now.length / PAGE, parts, bytes };
}

export function memoryFor(pages: number, megabytes: number): { memory: WebAssembly.Memory; most: number } {
	const initial = Math.max(INITIAL_PAGES, pages);
	const maximum = Math.max(initial + 1, Math.round((megabytes * 1024 * 1024) / PAGE));
	return { memory: new WebAssembly.Memory({ initial, maximum }), most: maximum * PAGE };
}

/** Into the memory of a new engine. */
export function restore({ parts, bytes }: Image, memory: WebAssembly.Memory): void {
	const into = new Uint8Array(memory.buffer);
	let taken = 0;
	for (const [at, size] of parts) {
		into.set(bytes.subarray(taken, taken + size), at);
		taken += size;
	}
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
	return Buffer.compare(one, other) === 0;
}
