import { createSeededRandom } from '../seeded-random.ts';
import type { ArgumentGuard } from './guard.ts';

const smoothStep = (part: number) => part * part * (3 - 2 * part);

/** Creates value noise with up to three dimensions and four octaves. Its values are from 0 to 1. */
function createNoiseFunction(random: () => number) {
	const latticeValues = Float64Array.from({ length: 4096 }, random);
	const latticeValueAt = (x: number, y: number, z: number) => latticeValues[(x + y * 57 + z * 1327) & 4095] ?? 0;
	const interpolate = (from: number, to: number, part: number) => from + (to - from) * part;
	const octaveNoiseAt = (x: number, y: number, z: number): number => {
		const [left, top, front] = [Math.floor(x), Math.floor(y), Math.floor(z)];
		const [u, v, w] = [smoothStep(x - left), smoothStep(y - top), smoothStep(z - front)];
		const planeValueAt = (depth: number) =>
			interpolate(
				interpolate(latticeValueAt(left, top, depth), latticeValueAt(left + 1, top, depth), u),
				interpolate(latticeValueAt(left, top + 1, depth), latticeValueAt(left + 1, top + 1, depth), u),
				v
			);
		return interpolate(planeValueAt(front), planeValueAt(front + 1), w);
	};
	return (x: number, y: number, z: number): number => {
		let sum = 0;
		for (let octave = 0; octave < 4; octave++) {
			const scale = 2 ** octave;
			sum += octaveNoiseAt(Math.abs(x) * scale, Math.abs(y) * scale, Math.abs(z) * scale) / (scale * 2);
		}
		return sum / 0.9375;
	};
}

export function createNumberFunctions(guard: ArgumentGuard, hostRandom: () => number) {
	let nextRandom = hostRandom;
	let noiseAt: ReturnType<typeof createNoiseFunction> | undefined;
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
			nextRandom = createSeededRandom(seed);
		},
		randomGaussian(mean = 0, deviation = 1) {
			const radius = Math.sqrt(-2 * Math.log(1 - nextRandom()));
			return mean + deviation * radius * Math.cos(Math.PI * 2 * nextRandom());
		},
		noise(x: number, y = 0, z = 0) {
			guard.requireNumbers('noise', ['x', 'y', 'z'], [x, y, z]);
			noiseAt ??= createNoiseFunction(createSeededRandom(Math.floor(nextRandom() * 4294967296)));
			return noiseAt(x, y, z);
		},
		noiseSeed(seed: number) {
			guard.requireNumbers('noiseSeed', ['seed'], [seed]);
			noiseAt = createNoiseFunction(createSeededRandom(seed));
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
