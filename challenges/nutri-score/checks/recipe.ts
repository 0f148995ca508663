import { expect, test } from 'vitest';
import { valcendre } from './data/labels.ts';
import { nutritionOf } from './given.ts';
import { grade, score } from './main.ts';
import { cheese, salt, vegetables } from './next-pizza.ts';

test('recipe-letter', () => {
	expect(['A', 'B', 'C']).toContain(grade(score(nutritionOf({ cheese, vegetables, salt }))));
});

test('recipe-cheese', () => {
	expect(cheese).toBeGreaterThanOrEqual(30);
});

test('recipe-salt', () => {
	expect(salt).toBeGreaterThanOrEqual(0.9);
});

/** The letter has to be earned by the recipe, not by a program that gives it away. */
test('valcendre-turns', () => {
	expect({ salt: 0.9, letter: grade(score(valcendre)) }).toEqual({ salt: 0.9, letter: 'D' });
	expect({ salt: 0.8, letter: grade(score({ ...valcendre, salt: 0.8 })) }).toEqual({ salt: 0.8, letter: 'C' });
});
