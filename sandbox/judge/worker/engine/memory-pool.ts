/** Keeps the cleared memories of ended engines, so that V8's collector need not run for each attempt. */
import { INITIAL_MEMORY_PAGES, MEMORY_PAGE_BYTES } from './engine.ts';

export interface EngineMemory {
	memory: WebAssembly.Memory;
	maxBytes: number;
}

/** Number of free memories to keep, enough for the two engines of an attempt. */
const MAX_FREE_MEMORIES = 2;
/** A block of zeros. A memory is compared with it block by block, and only blocks that differ are cleared. */
const BLOCK_OF_ZEROS = Buffer.alloc(16_384);
const INITIAL_MEMORY_BYTES = INITIAL_MEMORY_PAGES * MEMORY_PAGE_BYTES;

export class EngineMemoryPool {
	readonly #freeMemories: EngineMemory[] = [];

	/** Returns a memory that holds only zeros, as a new one does. `maxMegabytes` is the most that it can grow to. */
	takeMemory(maxMegabytes: number): EngineMemory {
		const maximum = Math.max(INITIAL_MEMORY_PAGES + 1, Math.round((maxMegabytes * 1024 * 1024) / MEMORY_PAGE_BYTES));
		const maxBytes = maximum * MEMORY_PAGE_BYTES;
		const index = this.#freeMemories.findIndex((each) => each.maxBytes === maxBytes);
		const [freeMemory] = index === -1 ? [] : this.#freeMemories.splice(index, 1);
		return freeMemory ?? { memory: new WebAssembly.Memory({ initial: INITIAL_MEMORY_PAGES, maximum }), maxBytes };
	}

	/** Clears a memory whose engine never runs again. A memory that has grown is dropped, because it cannot shrink. */
	putBackMemory({ memory, maxBytes }: EngineMemory): void {
		if (memory.buffer.byteLength > INITIAL_MEMORY_BYTES) return;
		clearMemory(memory);
		this.#freeMemories.push({ memory, maxBytes });
		if (this.#freeMemories.length > MAX_FREE_MEMORIES) this.#freeMemories.shift();
	}
}

/** Fills a memory with zeros. Most of a memory was never written to, and reading zeros is faster than writing them again. */
function clearMemory({ buffer }: WebAssembly.Memory): void {
	const bytes = Buffer.from(buffer);
	for (let start = 0; start < bytes.length; start += BLOCK_OF_ZEROS.length) {
		const end = start + BLOCK_OF_ZEROS.length;
		if (bytes.compare(BLOCK_OF_ZEROS, 0, BLOCK_OF_ZEROS.length, start, end) !== 0) bytes.fill(0, start, end);
	}
}
