/** The ten beds of tonight: what the program says of each, and what the chart says. Pure. */
import type { Measures } from '../data/bed';
import { ward } from '../data/ward';
import { askLevel, askScore } from './asked';
import { calls, chartLevel, chartScore, type Level } from './rule';

/**
 * silent: somebody is ill and nobody is called. disturbed: somebody is run to who sleeps well. unmeasured: nobody notices that a
 * measure is missing. off: the right thing is done, or nearly, and the score or the level is wrong.
 */
export type Verdict = 'right' | 'silent' | 'disturbed' | 'unmeasured' | 'off';

export interface BedState {
	/** From 1, as on the wall. */
	number: number;
	name: string;
	measures: Measures;
	score: number | null;
	level: Level | null;
	trueScore: number;
	trueLevel: Level;
	verdict: Verdict;
}

function judge(bed: Omit<BedState, 'verdict'>): Verdict {
	const called = bed.level !== null && calls(bed.level);
	if (calls(bed.trueLevel)) {
		if (!called) return 'silent';
	} else if (called) return 'disturbed';
	else if (bed.trueLevel === 'measure' && bed.level !== 'measure') return 'unmeasured';
	return bed.score === bed.trueScore && bed.level === bed.trueLevel ? 'right' : 'off';
}

/** The silent bed, whose temperature a hand may set: Abel's. */
export const SILENT_BED = 4;

export function bedsTonight(temperature?: number): BedState[] {
	return ward.map(({ name, measures: written }, index) => {
		const isTurned = temperature !== undefined && index + 1 === SILENT_BED;
		const measures = isTurned ? { ...written, temperature } : written;
		const bed = {
			number: index + 1,
			name,
			measures,
			score: askScore(measures),
			level: askLevel(measures),
			trueScore: chartScore(measures),
			trueLevel: chartLevel(measures)
		};
		return { ...bed, verdict: judge(bed) };
	});
}

/** Whom the nurse goes to: the most urgent first, then bed by bed. */
export function visitsOf(beds: BedState[]): number[] {
	const urgency: Partial<Record<Level, number>> = { continuous: 3, hourly: 2, measure: 1 };
	return beds
		.map((bed, index) => ({ index, urgent: bed.level === null ? 0 : (urgency[bed.level] ?? 0) }))
		.filter(({ urgent }) => urgent > 0)
		.sort((one, other) => other.urgent - one.urgent || one.index - other.index)
		.map(({ index }) => index);
}
