/** p5's arithmetic, and randomness that repeats for the same seed. */
import type { ArgumentGuard } from './guard.ts';

/** Returns a mulberry32 generator, which gives the same numbers in every browser. */
function createRandomGenerator(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let hash = Math.imul(state ^ (state >>> 15), state | 1);
		hash ^= hash + Math.imul(hash ^ (hash >>> 7), hash | 61);
		return ((hash ^ (hash >>> 14)) >>> 0) / 4294967296;
	};
}

const smoothStep = (part: number) => part * part * (3 - 2 * part);

/** Creates value noise with up to three dimensions and four octaves. Its values are from 0 to 1. */
function createNoise(random: () => number) {
	const latticeValues = Float64Array.from({ length: 4096 }, random);
	const at = (x: number, y: number, z: number) => latticeValues[(x + y * 57 + z * 1327) & 4095] ?? 0;
	const mix = (from: number, to: number, part: number) => from + (to - from) * part;
	const singleOctave = (x: number, y: number, z: number): number => {
		const [left, top, front] = [Math.floor(x), Math.floor(y), Math.floor(z)];
		const [u, v, w] = [smoothStep(x - left), smoothStep(y - top), smoothStep(z - front)];
		const planeAt = (depth: number) =>
			mix(
				mix(at(left, top, depth), at(left + 1, top, depth), u),
				mix(at(left, top + 1, depth), at(left + 1, top + 1, depth), u),
				v
			);
		return mix(planeAt(front), planeAt(front + 1), w);
	};
	return (x: number, y: number, z: number): number => {
		let sum = 0;
		for (let octave = 0; octave < 4; octave++) {
			const scale = 2 ** octave;
			sum += singleOctave(Math.abs(x) * scale, Math.abs(y) * scale, Math.abs(z) * scale) / (scale * 2);
		}
		return sum / 0.9375;
	};
}

export function numberFunctions(guard: ArgumentGuard, hostRandom: () => number) {
	let nextRandom = hostRandom;
	let noiseAt: ReturnType<typeof createNoise> | undefined;
	const map = (value: number, start1: number, stop1: number, start2: number, stop2: number, isClamped = false) => {
		const names = ['value', 'start1', 'stop1', 'start2', 'stop2'];
		guard.requireNumbers('map', names, [value, start1, stop1, start2, stop2]);
		const mapped = start2 + ((value - start1) / (stop1 - start1)) * (stop2 - start2);
		return isClamped ? Math.min(Math.max(mapped, Math.min(start2, stop2)), Math.max(start2, stop2)) : mapped;
	};
	function random(): number;
	function random(max: number): number;
	function random(min: number, max: number): number;
	function random<Item>(choices: readonly Item[]): Item | undefined;
	function random(first?: number | readonly unknown[], second?: number): unknown {
		const fraction = nextRandom();
		if (first === undefined) return fraction;
		if (typeof first === 'object') return first[Math.floor(fraction * first.length)];
		guard.requireNumbers('random', ['max'], [second ?? first]);
		guard.requireNumbers('random', ['min'], [first]);
		return second === undefined ? fraction * first : first + fraction * (second - first);
	}
	return {
		random,
		randomSeed(seed: number) {
			guard.requireNumbers('randomSeed', ['seed'], [seed]);
			nextRandom = createRandomGenerator(seed);
		},
		randomGaussian(mean = 0, deviation = 1) {
			const radius = Math.sqrt(-2 * Math.log(1 - nextRandom()));
			return mean + deviation * radius * Math.cos(Math.PI * 2 * nextRandom());
		},
		noise(x: number, y = 0, z = 0) {
			guard.requireNumbers('noise', ['x', 'y', 'z'], [x, y, z]);
			noiseAt ??= createNoise(createRandomGenerator(Math.floor(nextRandom() * 4294967296)));
			return noiseAt(x, y, z);
		},
		noiseSeed(seed: number) {
			guard.requireNumbers('noiseSeed', ['seed'], [seed]);
			noiseAt = createNoise(createRandomGenerator(seed));
		},
		map,
		norm: (value: number, start: number, stop: number) => map(value, start, stop, 0, 1),
		constrain(value: number, low: number, high: number) {
			guard.requireNumbers('constrain', ['value', 'low', 'high'], [value, low, high]);
			return Math.min(Math.max(value, low), high);
		},
		lerp(start: number, stop: number, amount: number) {
			guard.requireNumbers('lerp', ['start', 'stop', 'amount'], [start, stop, amount]);
			return start + (stop - start) * amount;
		},
		dist(x1: number, y1: number, x2: number, y2: number) {
			guard.requireNumbers('dist', ['x1', 'y1', 'x2', 'y2'], [x1, y1, x2, y2]);
			return Math.hypot(x2 - x1, y2 - y1);
		},
		radians: (degrees: number) => (degrees * Math.PI) / 180,
		degrees: (radians: number) => (radians * 180) / Math.PI,
		floor: Math.floor,
		ceil: Math.ceil,
		round: Math.round,
		abs: Math.abs,
		min: (...values: number[]) => Math.min(...values),
		max: (...values: number[]) => Math.max(...values),
		sqrt: Math.sqrt,
		sq: (value: number) => value * value,
		pow: (base: number, exponent: number) => base ** exponent,
		exp: Math.exp,
		log: Math.log,
		fract: (value: number) => value - Math.floor(value),
		mag: (x: number, y: number) => Math.hypot(x, y),
		/** Returns a new list with the same items in random order. */
		shuffle<Item>(items: readonly Item[]): Item[] {
			const shuffledItems = [...items];
			for (let last = shuffledItems.length - 1; last > 0; last--) {
				const swapIndex = Math.floor(nextRandom() * (last + 1));
				[shuffledItems[last], shuffledItems[swapIndex]] = [
					shuffledItems[swapIndex] as Item,
					shuffledItems[last] as Item
				];
			}
			return shuffledItems;
		}
	};
}
