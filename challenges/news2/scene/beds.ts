import { ask, verdict, type BedPlan } from 'braise/scene';
import type { Measures } from '../data/bed';
import { ward } from '../data/ward';
import * as program from '../main';

const LEVELS = ['routine', 'watch', 'hourly', 'continuous', 'measure'] as const;
export type Level = (typeof LEVELS)[number];

/** The NEWS2 scale itself, independent of the program: points of each band, and the values from which the bands after the first one begin. */
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

function trueLevel(bed: Measures): Level {
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

/** Null: no score that could be written on a chart. */
export const scoreOf = (measures: Measures): number | null => ask(program, 'news2', { ...measures }).number;

export function levelOf(measures: Measures): Level | null {
	const answer = ask(program, 'response', { ...measures });
	return LEVELS.find((level) => verdict(answer, level) === 'right') ?? null;
}

/** Whether a single measure scores 3, as far as the program can tell yet. */
export function hasThree(measures: Measures): boolean {
	const { value } = ask(program, 'points', { ...measures });
	return Array.isArray(value) && value.includes(3);
}

/** What the stretch's own function says; null while there is none. */
export function saysRising(scores: number[]): boolean | null {
	const { value } = ask(program, 'rising', [...scores]);
	return typeof value === 'boolean' ? value : null;
}

/**
 * silent: somebody is ill and nobody is called. disturbed: somebody is run to who sleeps well. unmeasured: nobody notices that a
 * measure is missing. off: the right thing is done, or nearly, and the score or the level is wrong.
 */
type BedVerdict = 'right' | 'silent' | 'disturbed' | 'unmeasured' | 'off';

export interface BedState {
	/** From 1, as on the bed. */
	number: number;
	name: string;
	measures: Measures;
	score: number | null;
	level: Level | null;
	right: { score: number; level: Level };
	verdict: BedVerdict;
}

function judge({ score, level, right }: Omit<BedState, 'verdict'>): BedVerdict {
	if (calls(right.level) && !calls(level)) return 'silent';
	if (calls(level) && !calls(right.level)) return 'disturbed';
	if (right.level === 'measure' && level !== 'measure') return 'unmeasured';
	return score === right.score && level === right.level ? 'right' : 'off';
}

/** The silent bed, whose temperature a hand may set: Abel's. */
export const SILENT_BED = 4;

export function bedsTonight(temperature?: number): BedState[] {
	return ward.map(({ name, measures: written }, index) => {
		const number = index + 1;
		const isTurned = temperature !== undefined && number === SILENT_BED;
		const measures = isTurned ? { ...written, temperature } : written;
		const right = { score: trueScore(measures), level: trueLevel(measures) };
		const bed = { number, name, measures, score: scoreOf(measures), level: levelOf(measures), right };
		return { ...bed, verdict: judge(bed) };
	});
}

const LAMPS = { routine: 'calm', watch: 'watch', hourly: 'call', continuous: 'alarm', measure: 'measure' } as const;

/** Seconds by which each bed changes after the one before it. Ten beds that change in one picture make it late. */
export const DELAY = 0.04;

/** What is seen of a bed whatever the night brings. */
export const bedOf = (measures: Measures, level: Level | null, score: number | null): BedPlan => ({
	breaths: measures.breaths,
	pulse: measures.pulse,
	hasFever: measures.temperature > 38,
	hasOxygen: measures.onOxygen,
	lamp: level === null ? 'odd' : LAMPS[level],
	chart: { shows: score === null ? '?' : String(Math.round(score * 10) / 10) }
});
