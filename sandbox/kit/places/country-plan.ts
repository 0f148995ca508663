/** The plan of a country on a map. Its units are kilometres: x to the east, y to the north. */
import { stage, type Place } from '../stage.ts';

export type CoordinatePair = readonly [x: number, y: number];

export interface Point {
	x: number;
	y: number;
}

export type VillageSign = 'church' | 'lighthouse' | 'windmill' | 'ponds';

export interface Village {
	name: string;
	x: number;
	y: number;
	/** The sign that the village is recognised by, and its offset from the village's middle, in pixels. */
	sign?: readonly [kind: VillageSign, x: number, y: number] | undefined;
	/** True for the place where rounds begin. It is drawn as a long house with a chimney, and its name is written first. */
	isKitchen?: boolean;
}

export interface CountryPlan {
	/** The part of the country that every picture shows. */
	extent: { left: number; right: number; bottom: number; top: number };
	villages: readonly Village[];
	/** x and y of each point of the coast, from south to north. The sea lies west of it. */
	coast?: readonly number[];
	/** x and y of each point of the river, from its spring to its mouth. */
	river?: readonly number[];
	bridges?: readonly CoordinatePair[];
	/** Hills: middle, half width, half height, and the number of sheets of paper. */
	hills?: readonly (readonly [x: number, y: number, wide: number, high: number, sheets: number])[];
	woods?: readonly (readonly [x: number, y: number, trees: number])[];
}

export interface CountryMap {
	/** Pixels per kilometre. */
	scale: number;
	place(point: Point): Place;
}

export function fitCountryMap({ extent }: CountryPlan, stripHeight = 0): CountryMap {
	const { width, height } = stage();
	const { left, right, bottom, top } = extent;
	const scale = Math.min(width / (right - left), (height - stripHeight) / (top - bottom));
	const size = Math.min(1.2, Math.max(0.62, scale / 40));
	const [x0, y0] = [
		(width - scale * (right - left)) / 2,
		stripHeight + (height - stripHeight - scale * (top - bottom)) / 2
	];
	return { scale, place: ({ x, y }) => ({ x: x0 + (x - left) * scale, y: y0 + (top - y) * scale, size }) };
}

/** Returns the x up to which the sea reaches at a height y; a country without a coast has no sea. */
export function coastAt({ coast = [] }: CountryPlan, y: number): number {
	const points = coordinatePairsOf(coast);
	const [first, last] = [points[0], points.at(-1)];
	if (first === undefined || last === undefined) return -Infinity;
	// Beyond the coast's first and last point, the coast goes on in bends.
	if (y <= first[1]) return first[0] + Math.sin((first[1] - y) * 0.9) * 0.3;
	if (y >= last[1]) return last[0] + Math.sin((y - last[1]) * 0.9) * 0.3;
	const nextIndex = points.findIndex((point) => point[1] > y);
	const at = (index: number): CoordinatePair => points[index] ?? (index < 0 ? first : last);
	const [from, to] = [at(nextIndex - 1), at(nextIndex)];
	return interpolateCurve([at(nextIndex - 2), from, to, at(nextIndex + 1)], 0, (y - from[1]) / (to[1] - from[1]));
}

export const coordinatePairsOf = (numbers: readonly number[]): CoordinatePair[] =>
	Array.from({ length: Math.floor(numbers.length / 2) }, (_, at) => [numbers[at * 2] ?? 0, numbers[at * 2 + 1] ?? 0]);

/** Returns one coordinate of a smooth curve through four points, between the second and the third. `part` goes from 0 to 1. */
export function interpolateCurve(
	points: readonly [CoordinatePair, CoordinatePair, CoordinatePair, CoordinatePair],
	axis: 0 | 1,
	part: number
): number {
	const [a, b, c, d] = points.map((point) => point[axis]) as [number, number, number, number];
	const [square, cube] = [part * part, part * part * part];
	return 0.5 * (2 * b + (c - a) * part + (2 * a - 5 * b + 4 * c - d) * square + (3 * b - a - 3 * c + d) * cube);
}
