import { expect, test } from 'vitest';
import { nearest } from './main.ts';

const at = (name: string, lat: number, lon: number) => ({ name, lat, lon });
const names = (places: { name: string }[]) => places.map(({ name }) => name);

test('neighbours-at-one-door', () => {
	// Two homes at the very same place are two homes.
	const tour = nearest(at('depot', 0, 0), [at('a', 0, 0.2), at('b', 0, 0.1), at('c', 0, 0.1)]);
	expect(tour).toHaveLength(4);
	expect([...names(tour)].sort()).toEqual(['a', 'b', 'c', 'depot']);
	expect(tour[3]?.name).toBe('a');
});

test('from-where-it-stands', () => {
	// The second is chosen from the first home, not from the depot.
	const tour = nearest(at('depot', 0, 0), [at('west', 0, -0.3), at('east', 0, 0.2), at('further', 0, 0.45)]);
	expect(names(tour)).toEqual(['depot', 'east', 'further', 'west']);
});

test('kilometres-not-degrees', () => {
	// At 60° north a degree of longitude is half a degree of latitude.
	expect(names(nearest(at('depot', 60, 10), [at('north', 60.08, 10), at('east', 60, 10.12)]))).toEqual([
		'depot',
		'east',
		'north'
	]);
});

test('one-home', () => {
	expect(names(nearest(at('depot', 0, 0), [at('only', 1, 1)]))).toEqual(['depot', 'only']);
});
