/** Les mesures prises à un lit, comme sur la fiche de papier. `null` : la mesure n'a pas pu être prise. */
export interface Observation {
	/** Respirations par minute. */
	breaths: number;
	/** Oxygène dans le sang, en %. La pince au doigt peut tomber : null. */
	saturation: number | null;
	/** Vrai si la personne reçoit de l'oxygène. */
	onOxygen: boolean;
	/** Tension : le plus grand des deux nombres, en mmHg. */
	systolic: number;
	/** Battements du cœur par minute. La pince au doigt peut tomber : null. */
	pulse: number | null;
	/**
	 * Vrai si la personne, quand on lui parle, est bien éveillée et pas confuse.
	 * Faux si elle est confuse depuis peu, ou si elle ne réagit qu'à la voix, qu'à la douleur, ou pas du tout.
	 */
	alert: boolean;
	/** En degrés Celsius, avec un chiffre après la virgule. */
	temperature: number;
}

/** Une tranche d'une table : jusqu'à `max` compris, tant de points. */
export interface Band {
	max: number;
	points: number;
}

/**
 * Ce qu'il faut faire pour un lit, du plus calme au plus urgent. Pour 'hourly' et 'continuous', l'équipe médicale est alertée.
 * Et 'measure' : il manque une mesure, va la prendre.
 */
export type Level = 'routine' | 'watch' | 'hourly' | 'continuous' | 'measure';

// Les tables de l'échelle NEWS2 (Royal College of Physicians, 2017). Infinity : la dernière tranche n'a pas de fin.

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

/** Reçoit les mesures d'un lit. Renvoie vrai s'il en manque une. */
export function missing(bed: Observation): boolean {
	return bed.saturation === null || bed.pulse === null;
}
