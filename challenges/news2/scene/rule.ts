/** The NEWS2 scale itself, to see whether the student's program is right. Nothing of the program is used here. */
import type { Measures } from '../data/bed';

export const LEVELS = ['routine', 'watch', 'hourly', 'continuous', 'measure'] as const;
export type Level = (typeof LEVELS)[number];

/** From each value on, so many points. */
type Steps = [from: number, points: number][];

const BREATHS: Steps = [
	[0, 3],
	[9, 1],
	[12, 0],
	[21, 2],
	[25, 3]
];
const SATURATION: Steps = [
	[0, 3],
	[92, 2],
	[94, 1],
	[96, 0]
];
const SYSTOLIC: Steps = [
	[0, 3],
	[91, 2],
	[101, 1],
	[111, 0],
	[220, 3]
];
const PULSE: Steps = [
	[0, 3],
	[41, 1],
	[51, 0],
	[91, 1],
	[111, 2],
	[131, 3]
];
const TEMPERATURE: Steps = [
	[0, 3],
	[35.1, 1],
	[36.1, 0],
	[38.1, 1],
	[39.1, 2]
];

const scored = (value: number | null, steps: Steps): number =>
	value === null ? 0 : (steps.filter(([from]) => value >= from).at(-1)?.[1] ?? 0);

export function chartPoints(bed: Measures): number[] {
	return [
		scored(bed.breaths, BREATHS),
		scored(bed.saturation, SATURATION),
		bed.onOxygen ? 2 : 0,
		scored(bed.systolic, SYSTOLIC),
		scored(bed.pulse, PULSE),
		bed.alert ? 0 : 3,
		scored(bed.temperature, TEMPERATURE)
	];
}

export const chartScore = (bed: Measures): number => chartPoints(bed).reduce((sum, points) => sum + points, 0);

export const lacks = (bed: Measures): boolean => bed.saturation === null || bed.pulse === null;

export function chartLevel(bed: Measures): Level {
	const score = chartScore(bed);
	if (score >= 7) return 'continuous';
	if (score >= 5 || chartPoints(bed).includes(3)) return 'hourly';
	if (lacks(bed)) return 'measure';
	return score >= 1 ? 'watch' : 'routine';
}

/** Somebody has to come now. */
export const calls = (level: Level): boolean => level === 'hourly' || level === 'continuous';

/** The last three scores rise, each over the one before: the rule of the stretch, ours. */
export function rises(scores: number[]): boolean {
	const [first, second, third] = scores.slice(-3);
	return first !== undefined && second !== undefined && third !== undefined && first < second && second < third;
}
