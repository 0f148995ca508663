import { expect, test } from 'vitest';
import { none, only, valcendre } from './data/labels.ts';
import { score } from './main.ts';

test('vegetables-and-fibre-win', () => {
	expect({ vegetables: 62, score: score(only('vegetables', 62)) }).toEqual({ vegetables: 62, score: -2 });
	expect({ fibre: 4.2, score: score(only('fibre', 4.2)) }).toEqual({ fibre: 4.2, score: -2 });
	expect({ salt: 2.5, fibre: 5.3, score: score({ ...none, salt: 2.5, fibre: 5.3 }) }).toEqual({
		salt: 2.5,
		fibre: 5.3,
		score: 9
	});
});

test('vegetables-by-limit', () => {
	for (const [vegetables, won] of [
		[40, 0],
		[41, -1],
		[60, -1],
		[61, -2],
		[80, -2],
		[81, -5]
	] as const) {
		const answer = score(only('vegetables', vegetables));
		// Nothing won may also be written 0 - 0.
		expect({ vegetables, score: answer + 0 }).toEqual({ vegetables, score: won });
	}
});

test('protein-wins-until-10', () => {
	expect({ protein: 10.5, score: score(only('protein', 10.5)) }).toEqual({ protein: 10.5, score: -4 });
	expect({ lost: 10, score: score({ ...none, salt: 2.1, protein: 10.5 }) }).toEqual({ lost: 10, score: 6 });
});

test('protein-nothing-from-11', () => {
	expect({ lost: 11, score: score({ ...none, salt: 2.3, protein: 10.5 }) }).toEqual({ lost: 11, score: 11 });
	expect({ lost: 12, score: score({ ...none, salt: 2.5, protein: 10.5 }) }).toEqual({ lost: 12, score: 12 });
});

test('valcendre-by-a-tenth', () => {
	expect({ salt: 0.9, score: score(valcendre) }).toEqual({ salt: 0.9, score: 11 });
	expect({ salt: 0.8, score: score({ ...valcendre, salt: 0.8 }) }).toEqual({ salt: 0.8, score: 6 });
});
