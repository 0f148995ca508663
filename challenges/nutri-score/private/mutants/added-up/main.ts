import { rule, type Grade, type Nutrition } from './given.ts';

export function points(value: number, limits: number[]): number {
	let count = 0;
	for (const limit of limits) {
		if (value > limit) {
			count = count + 1;
		}
	}
	return count;
}

/** Limits made by adding 0.2 again and again: after eight times that is 1.5999999999999999. */
export function negative(n: Nutrition): number {
	return (
		points(n.energy, rule.energy) +
		points(n.saturates, rule.saturates) +
		points(n.sugars, rule.sugars) +
		points(n.salt, saltLimits())
	);
}

export function score(n: Nutrition): number {
	const bad = negative(n);
	let good = points(n.vegetables, rule.vegetables) + points(n.fibre, rule.fibre);
	if (bad < 11) {
		good = good + points(n.protein, rule.protein);
	}
	return bad - good;
}

export function grade(score: number): Grade {
	if (score <= 0) {
		return 'A';
	}
	if (score <= 2) {
		return 'B';
	}
	if (score <= 10) {
		return 'C';
	}
	if (score <= 18) {
		return 'D';
	}
	return 'E';
}

function saltLimits(): number[] {
	const made: number[] = [];
	let limit = 0;
	for (let step = 0; step < 20; step++) {
		limit = limit + 0.2;
		made.push(limit);
	}
	return made;
}
