/** The NEWS2 scale itself, to see whether the student's program is right. Nothing of the program is used here. */
import type { Measures } from '../data/bed';

export const LEVELS = ['routine', 'watch', 'hourly', 'continuous', 'measure'] as const;
export type Level = (typeof LEVELS)[number];

/** Points of each band, and the values from which the bands after the first one begin. */
const SCALE = {
	breaths: { from: [9, 12, 21, 25], points: [3, 1, 0, 2, 3] },
	saturation: { from: [92, 94, 96], points: [3, 2, 1, 0] },
	systolic: { from: [91, 101, 111, 220], points: [3, 2, 1, 0, 3] },
	pulse: { from: [41, 51, 91, 111, 131], points: [3, 1, 0, 1, 2, 3] },
	temperature: { from: [35.1, 36.1, 38.1, 39.1], points: [3, 1, 0, 1, 2] }
};

function pointsOf(bed: Measures): number[] {
	const measured = (Object.keys(SCALE) as (keyof typeof SCALE)[]).map((measure) => {
		const { from, points } = SCALE[measure];
		const value = bed[measure];
		return value === null ? 0 : (points[from.filter((each) => value >= each).length] ?? 0);
	});
	return [...measured, bed.onOxygen ? 2 : 0, bed.alert ? 0 : 3];
}

export const trueScore = (bed: Measures): number => pointsOf(bed).reduce((sum, points) => sum + points, 0);

export function trueLevel(bed: Measures): Level {
	const score = trueScore(bed);
	if (score >= 7) return 'continuous';
	if (score >= 5 || pointsOf(bed).includes(3)) return 'hourly';
	if (bed.saturation === null || bed.pulse === null) return 'measure';
	return score >= 1 ? 'watch' : 'routine';
}

/** Somebody has to come now. */
export const calls = (level: Level | null): boolean => level === 'hourly' || level === 'continuous';

/** The last three scores rise, each over the one before: the rule of the stretch, ours. */
export function trulyRises(scores: number[]): boolean {
	const [first = NaN, second = NaN, third = NaN] = scores.slice(-3);
	return first < second && second < third;
}
