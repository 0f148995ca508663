import { breathBands, missing, saturationBands, systolicBands, temperatureBands } from './given.ts';
import type { Band, Level, Observation } from './given.ts';

/** One edge of the student's own table is one too low: 111-129 where the chart says 111-130. */
export function band(value: number | null, bands: Band[]): number {
	if (value === null) return 0;
	for (const each of bands) {
		if (value <= each.max) return each.points;
	}
	return 0;
}

export const pulseBands: Band[] = [
	{ max: 40, points: 3 },
	{ max: 50, points: 1 },
	{ max: 90, points: 0 },
	{ max: 110, points: 1 },
	{ max: 129, points: 2 },
	{ max: Infinity, points: 3 }
];

export function points(bed: Observation): number[] {
	return [
		band(bed.breaths, breathBands),
		band(bed.saturation, saturationBands),
		bed.onOxygen ? 2 : 0,
		band(bed.systolic, systolicBands),
		band(bed.pulse, pulseBands),
		bed.alert ? 0 : 3,
		band(bed.temperature, temperatureBands)
	];
}

export function news2(bed: Observation): number {
	let score = 0;
	for (const each of points(bed)) {
		score = score + each;
	}
	return score;
}

export function response(bed: Observation): Level {
	const score = news2(bed);
	if (score >= 7) return 'continuous';
	if (score >= 5 || points(bed).includes(3)) return 'hourly';
	if (missing(bed)) return 'measure';
	if (score >= 1) return 'watch';
	return 'routine';
}
