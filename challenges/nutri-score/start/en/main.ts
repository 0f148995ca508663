import { rule, type Grade, type Nutrition } from './given.ts';

/** Takes a value and its limits. Returns a number of points. */
export function points(value: number, limits: number[]): number {
	let count = 0;
	for (const limit of limits) {
		if (value > limit) {
			count = 1;
		}
	}
	return count;
}

/** Takes a label. Returns the unfavourable points. */
export function negative(n: Nutrition): number {
	return points(n.energy, rule.energy);
}

/** Takes a label. Returns the score: the lower, the better. */
export function score(n: Nutrition): number {
	return negative(n);
}

/** Takes a score. Returns the letter to print. */
export function grade(score: number): Grade {
	if (score <= 2) {
		return 'A';
	}
	if (score <= 10) {
		return 'C';
	}
	return 'E';
}
