import { expect, test } from 'vitest';
import { none, only, tenth, valcendre } from './data/labels.ts';
import { pizzas } from './data/pizzas.ts';
import { rule } from './given.ts';
import { grade, negative, score } from './main.ts';

const letter = (score: number) => ({ score, letter: grade(score) });

test('a-until-0', () => {
	for (const score of [-17, -1, 0]) expect(letter(score)).toEqual({ score, letter: 'A' });
});

test('b-from-1-to-2', () => {
	for (const score of [1, 2]) expect(letter(score)).toEqual({ score, letter: 'B' });
});

test('c-from-3-to-10', () => {
	for (const score of [3, 9, 10]) expect(letter(score)).toEqual({ score, letter: 'C' });
});

test('d-from-11-to-18', () => {
	for (const score of [11, 17, 18]) expect(letter(score)).toEqual({ score, letter: 'D' });
});

test('e-from-19', () => {
	for (const score of [19, 30, 55]) expect(letter(score)).toEqual({ score, letter: 'E' });
});

test('valcendre-turns', () => {
	expect({ salt: 0.9, letter: grade(score(valcendre)) }).toEqual({ salt: 0.9, letter: 'D' });
	expect({ salt: 0.8, letter: grade(score({ ...valcendre, salt: 0.8 })) }).toEqual({ salt: 0.8, letter: 'C' });
});

test('twelve-boxes', () => {
	for (const { name, nutrition, byHand } of pizzas) {
		expect({ name, letter: grade(score(nutrition)) }).toEqual({ name, letter: byHand.letter });
	}
});

/** Compares only where they differ: over a hundred comparisons in words take the judge a tenth of what a check may. */
function expectPoints(name: string, value: number, found: number, points: number) {
	if (found !== points) expect({ name, value, points: found }).toEqual({ name, value, points });
}

/** Exactly at each limit, and a little above. */
test('every-limit', () => {
	for (const name of ['energy', 'saturates', 'sugars', 'salt'] as const) {
		rule[name].forEach((limit, index) => {
			const above = tenth(limit + 0.1);
			expectPoints(name, limit, negative(only(name, limit)), index);
			expectPoints(name, above, negative(only(name, above)), index + 1);
		});
	}
	for (const name of ['fibre', 'protein'] as const) {
		rule[name].forEach((limit, index) => {
			const above = tenth(limit + 0.1);
			expectPoints(name, above, -score(only(name, above)), index + 1);
		});
	}
	expect({ vegetables: 81, won: -score(only('vegetables', 81)) }).toEqual({ vegetables: 81, won: 5 });
});

test('protein-nothing-from-11', () => {
	expect({ lost: 10, score: score({ ...none, salt: 2.1, protein: 13 }) }).toEqual({ lost: 10, score: 5 });
	expect({ lost: 11, score: score({ ...none, salt: 2.3, protein: 13 }) }).toEqual({ lost: 11, score: 11 });
	expect({ lost: 12, score: score({ ...none, salt: 2.5, protein: 13 }) }).toEqual({ lost: 12, score: 12 });
});
