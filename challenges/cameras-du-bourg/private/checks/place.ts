import { expect, test } from 'vitest';
import { place } from './main.ts';

/** Streets of another town, as in `AB CD:70`: all 30 metres long unless a length is given. */
const town = (words: string) =>
	[...words.matchAll(/(\w)(\w):?(\d*)/g)].map(([name, from = '', to = '', metres]) => {
		return { name, from, to, metres: Number(metres || 30), people: 10 };
	});
const at = (corners: string, reach = 40) => [...corners].map((corner) => ({ corner, reach }));
const cornersOf = (cameras: { corner: string }[]) => cameras.map(({ corner }) => corner).sort();

test('two-stars', () => {
	// A and D see three streets each; B, which shares them, sees three too.
	const streets = town('AB BC BD AE AF DG DH');
	expect(cornersOf(place(2, at('ABCDEFGH'), streets))).toEqual(['A', 'D']);
});

test('a-corner-without-a-street', () => {
	expect(cornersOf(place(3, at('XYA'), town('AB')))).toEqual(['A']);
	expect(place(3, at('XY'), town('AB'))).toEqual([]);
});

test('too-long-everywhere', () => {
	expect(place(4, at('AB'), town('AB:41'))).toEqual([]);
	expect(cornersOf(place(4, at('AB', 41), town('AB:41')))).toHaveLength(1);
});
