import { breathBands, missing, saturationBands, systolicBands, temperatureBands } from './given.ts';
import type { Band, Level, Observation } from './given.ts';

/** Reçoit une mesure, ou null si elle manque, et sa table. Renvoie les points de sa tranche. */
export function band(value: number | null, bands: Band[]): number {
	// 1. À toi : s'il n'y a pas de mesure, renvoie 0.
	for (const each of bands) {
		// 1. À toi : si la mesure tient dans la tranche `each`, renvoie les points de cette tranche.
	}
	return 0;
}

// 2. À toi : la table du pouls, comme celles de given.ts.
export const pulseBands: Band[] = [];

/** Reçoit les mesures d'un lit. Renvoie les points de chacune, dans l'ordre de la fiche. */
export function points(bed: Observation): number[] {
	return [
		band(bed.breaths, breathBands),
		// 2. À toi : il en manque cinq ici, de la saturation à la conscience.
		band(bed.temperature, temperatureBands)
	];
}

/** Reçoit les mesures d'un lit. Renvoie son score : la somme des points. */
export function news2(bed: Observation): number {
	let score = 0;
	for (const each of points(bed)) {
		score = score + each;
	}
	return score;
}

/** Reçoit les mesures d'un lit. Renvoie ce qu'il faut faire. */
export function response(bed: Observation): Level {
	// 3. À toi : remplace ces deux lignes par la vraie règle.
	if (news2(bed) >= 2) return 'continuous';
	return 'routine';
}
