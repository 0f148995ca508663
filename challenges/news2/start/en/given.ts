/** The measurements taken at a bed, as on the paper chart. `null`: the measurement could not be taken. */
export interface Observation {
	/** Breaths a minute. */
	breaths: number;
	/** Oxygen in the blood, in %. The finger clip can fall off: null. */
	saturation: number | null;
	/** True if the person is given oxygen. */
	onOxygen: boolean;
	/** Blood pressure: the greater of the two numbers, in mmHg. */
	systolic: number;
	/** Heartbeats a minute. The finger clip can fall off: null. */
	pulse: number | null;
	/**
	 * True if the person, when spoken to, is wide awake and not confused.
	 * False if newly confused, or reacting to a voice only, to pain only, or not at all.
	 */
	alert: boolean;
	/** In degrees Celsius, with one digit after the point. */
	temperature: number;
}

/** One band of a table: up to `max`, and `max` itself, so many points. */
export interface Band {
	max: number;
	points: number;
}

/**
 * What to do for a bed, from the calmest to the most urgent. For 'hourly' and 'continuous' the medical team is alerted.
 * And 'measure': a measurement is missing, go and take it.
 */
export type Level = 'routine' | 'watch' | 'hourly' | 'continuous' | 'measure';

// The tables of the NEWS2 scale (Royal College of Physicians, 2017). Infinity: the last band has no end.

export const breathBands: Band[] = [
	{ max: 8, points: 3 },
	{ max: 11, points: 1 },
	{ max: 20, points: 0 },
	{ max: 24, points: 2 },
	{ max: Infinity, points: 3 }
];

export const saturationBands: Band[] = [
	{ max: 91, points: 3 },
	{ max: 93, points: 2 },
	{ max: 95, points: 1 },
	{ max: Infinity, points: 0 }
];

export const systolicBands: Band[] = [
	{ max: 90, points: 3 },
	{ max: 100, points: 2 },
	{ max: 110, points: 1 },
	{ max: 219, points: 0 },
	{ max: Infinity, points: 3 }
];

export const temperatureBands: Band[] = [
	{ max: 35, points: 3 },
	{ max: 36, points: 1 },
	{ max: 38, points: 0 },
	{ max: 39, points: 1 },
	{ max: Infinity, points: 2 }
];

/** Takes the measurements of a bed. Returns true if one of them is missing. */
export function missing(bed: Observation): boolean {
	return bed.saturation === null || bed.pulse === null;
}
