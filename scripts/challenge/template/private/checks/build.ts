// FR  Ce que seul le juge lance : d'autres nombres, pour qu'une liste de réponses ne suffise pas.
// EN  What only the judge runs: other numbers, so that a list of answers is not enough.
import { expect, test } from 'vitest';
import { trays } from './main.ts';

test('enough-and-no-more', () => {
	for (let meals = 1; meals <= 60; meals++) {
		expect(Number.isInteger(trays(meals))).toBe(true);
		expect(trays(meals) * 8).toBeGreaterThanOrEqual(meals);
		expect(trays(meals) * 8).toBeLessThan(meals + 8);
	}
});
