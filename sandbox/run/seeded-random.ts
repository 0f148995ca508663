/** Returns a mulberry32 generator, which gives the same numbers in every browser. */
export function createSeededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let hash = state;
		hash = Math.imul(hash ^ (hash >>> 15), hash | 1);
		hash ^= hash + Math.imul(hash ^ (hash >>> 7), hash | 61);
		return ((hash ^ (hash >>> 14)) >>> 0) / 4294967296;
	};
}
