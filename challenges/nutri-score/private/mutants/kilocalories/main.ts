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

/** Energy turned into kilocalories, and compared with limits in kilojoules. */
export function negative(n: Nutrition): number {
	return (
		points(n.energy / 4.184, rule.energy) +
		points(n.saturates, rule.saturates) +
		points(n.sugars, rule.sugars) +
		points(n.salt, rule.salt)
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
