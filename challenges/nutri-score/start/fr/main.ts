import { rule, type Grade, type Nutrition } from './given.ts';

/** Reçoit une valeur et ses limites. Renvoie un nombre de points. */
export function points(value: number, limits: number[]): number {
	let count = 0;
	for (const limit of limits) {
		if (value > limit) {
			count = 1;
		}
	}
	return count;
}

/** Reçoit une étiquette. Renvoie les points défavorables. */
export function negative(n: Nutrition): number {
	return points(n.energy, rule.energy);
}

/** Reçoit une étiquette. Renvoie la note : plus elle est basse, mieux c'est. */
export function score(n: Nutrition): number {
	return negative(n);
}

/** Reçoit une note. Renvoie la lettre à imprimer. */
export function grade(score: number): Grade {
	if (score <= 2) {
		return 'A';
	}
	if (score <= 10) {
		return 'C';
	}
	return 'E';
}
