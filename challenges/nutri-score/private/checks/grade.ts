import { expect, test } from 'vitest';
import { none, tenth } from './data/labels.ts';
import { pizzas } from './data/pizzas.ts';
import type { Nutrition } from './given.ts';
import { grade, negative, score } from './main.ts';

/** The rule another way round, in whole tenths: how far a value is beyond the last limit it passes. */
const table: Record<keyof Nutrition, number[]> = {
	energy: [3350, 6700, 10050, 13400, 16750, 20100, 23450, 26800, 30150, 33500],
	saturates: [10, 20, 30, 40, 50, 60, 70, 80, 90, 100],
	sugars: [34, 68, 100, 140, 170, 200, 240, 270, 310, 340, 370, 410, 440, 480, 510],
	salt: [2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40],
	vegetables: [400, 600, 800],
	fibre: [30, 41, 52, 63, 74],
	protein: [24, 48, 72, 96, 120, 140, 170]
};

function passed(name: keyof Nutrition, value: number): number {
	const first = table[name].findIndex((limit) => Math.round(value * 10) <= limit);
	const count = first < 0 ? table[name].length : first;
	return name === 'vegetables' && count === 3 ? 5 : count;
}

function expected(label: Nutrition): { lost: number; score: number; letter: string } {
	const lost = (['energy', 'saturates', 'sugars', 'salt'] as const).reduce(
		(sum, name) => sum + passed(name, label[name]),
		0
	);
	const counted = lost >= 11 ? (['vegetables', 'fibre'] as const) : (['vegetables', 'fibre', 'protein'] as const);
	const score = counted.reduce((sum, name) => sum - passed(name, label[name]), lost);
	const letter = 'ABCDE'[[0, 2, 10, 18].filter((last) => score > last).length] ?? '';
	return { lost, score, letter };
}

const answered = (label: Nutrition) => ({ lost: negative(label), score: score(label), letter: grade(score(label)) });

test('every-tenth-of-salt', () => {
	for (let tenths = 0; tenths <= 45; tenths++) {
		const label = { ...none, energy: 900, saturates: 3, salt: tenth(tenths / 10), protein: 9 };
		expect({ salt: label.salt, ...answered(label) }).toEqual({ salt: label.salt, ...expected(label) });
	}
});

// One for each value of a label: a check of all of them takes too long in the judge.
for (const name of Object.keys(table) as (keyof Nutrition)[]) {
	test(`around-every-limit-of-${name}`, () => {
		for (const limit of table[name]) {
			for (const value of [tenth(limit / 10 - 0.1), limit / 10, tenth(limit / 10 + 0.1)]) {
				const label = { ...none, saturates: 2.5, [name]: value };
				expect({ name, value, ...answered(label) }).toEqual({ name, value, ...expected(label) });
			}
		}
	});
}

test('the-catalogue', () => {
	for (const { name, nutrition, byHand } of pizzas) {
		const { negative: lost, score, letter } = byHand;
		expect({ name, ...answered(nutrition) }).toEqual({ name, lost, score, letter });
		expect({ name, ...expected(nutrition) }).toEqual({ name, lost, score, letter });
	}
});

test('label-left-as-it-was', () => {
	const label = { ...none, energy: 980, salt: 0.9 };
	answered(label);
	expect(label).toEqual({ ...none, energy: 980, salt: 0.9 });
	expect(answered(label)).toEqual(answered(label));
});
