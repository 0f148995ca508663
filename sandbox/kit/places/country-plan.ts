/** What a country on a map consists of, in kilometres: x eastwards, y northwards. */
import { stage, type Place } from '../stage.ts';

export type Pair = readonly [x: number, y: number];

export interface Point {
	x: number;
	y: number;
}

export type VillageSign = 'church' | 'lighthouse' | 'windmill' | 'ponds';

export interface Village {
	name: string;
	/** In kilometres. */
	x: number;
	y: number;
	/** What one knows it by, and how far beside its middle, in pixels. */
	sign?: readonly [kind: VillageSign, x: number, y: number] | undefined;
	/** Where rounds begin: drawn as a long house with a chimney, and named first. */
	isKitchen?: boolean;
}

export interface CountryPlan {
	/** The part of the country that every picture shows. */
	extent: { left: number; right: number; bottom: number; top: number };
	villages: readonly Village[];
	/** x and y of each point, from south to north: the sea lies west of it. */
	coast?: readonly number[];
	/** x and y of each point, from the spring to the mouth. */
	river?: readonly number[];
	bridges?: readonly Pair[];
	/** Middle, half width and half height, and how many sheets of paper high. */
	hills?: readonly (readonly [x: number, y: number, wide: number, high: number, sheets: number])[];
	woods?: readonly (readonly [x: number, y: number, trees: number])[];
}

/** Where the country lies on the stage. */
export interface CountryMap {
	/** Pixels a kilometre. */
	scale: number;
	/** Returns the place on the stage of a point of the country. */
	place(point: Point): Place;
}

/** Fits a country to the stage, below a strip of this height. */
export function mapOf({ extent }: CountryPlan, strip = 0): CountryMap {
	const { width, height } = stage();
	const { left, right, bottom, top } = extent;
	const scale = Math.min(width / (right - left), (height - strip) / (top - bottom));
	const size = Math.min(1.2, Math.max(0.62, scale / 40));
	const [x0, y0] = [(width - scale * (right - left)) / 2, strip + (height - strip - scale * (top - bottom)) / 2];
	return { scale, place: ({ x, y }) => ({ x: x0 + (x - left) * scale, y: y0 + (top - y) * scale, size }) };
}

/** Returns how far east the sea reaches at this height; nowhere without a coast. */
export function coastAt({ coast = [] }: CountryPlan, y: number): number {
	const points = pairsOf(coast);
	const [first, last] = [points[0], points.at(-1)];
	if (first === undefined || last === undefined) return -Infinity;
	// Beyond its ends the coast goes on, and winds.
	if (y <= first[1]) return first[0] + Math.sin((first[1] - y) * 0.9) * 0.3;
	if (y >= last[1]) return last[0] + Math.sin((y - last[1]) * 0.9) * 0.3;
	const next = points.findIndex((point) => point[1] > y);
	const at = (index: number): Pair => points[index] ?? (index < 0 ? first : last);
	const [from, to] = [at(next - 1), at(next)];
	return blend([at(next - 2), from, to, at(next + 1)], 0, (y - from[1]) / (to[1] - from[1]));
}

export const pairsOf = (numbers: readonly number[]): Pair[] =>
	Array.from({ length: Math.floor(numbers.length / 2) }, (_, at) => [numbers[at * 2] ?? 0, numbers[at * 2 + 1] ?? 0]);

/** A smooth curve through four points, between the second and the third. */
export function blend(points: readonly [Pair, Pair, Pair, Pair], axis: 0 | 1, part: number): number {
	const [a, b, c, d] = points.map((point) => point[axis]) as [number, number, number, number];
	const [square, cube] = [part * part, part * part * part];
	return 0.5 * (2 * b + (c - a) * part + (2 * a - 5 * b + 4 * c - d) * square + (3 * b - a - 3 * c + d) * cube);
}
