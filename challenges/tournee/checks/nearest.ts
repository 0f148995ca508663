import { expect, test } from 'vitest';
import { depot, homes } from './data/places.ts';
import { nearest } from './main.ts';

interface Spot {
	name: string;
	lat: number;
	lon: number;
}

const at = (name: string, lat: number, lon: number): Spot => ({ name, lat, lon });
const names = (places: Spot[]) => places.map(({ name }) => name);

/** Measured here, so that this step is judged by its own work. */
function distance(a: Spot, b: Spot): number {
	const part = Math.PI / 180;
	const east = (b.lon - a.lon) * part * Math.cos(((a.lat + b.lat) / 2) * part);
	return 6371 * Math.hypot((b.lat - a.lat) * part, east);
}

test('starts-at-depot', () => {
	expect(nearest(depot, homes)[0]?.name).toBe('Valcendre');
	expect(names(nearest(depot, []))).toEqual(['Valcendre']);
});

test('each-once', () => {
	const tour = names(nearest(depot, homes));
	expect(tour).toHaveLength(13);
	expect([...tour].sort()).toEqual([...names([depot, ...homes])].sort());
});

test('first-is-nearest', () => {
	expect(nearest(depot, homes)[1]?.name).toBe('Hautpré');
	expect(names(nearest(depot, [at('far', 46.8, -1.9), at('near', 46.69, -1.95)]))).toEqual([
		'Valcendre',
		'near',
		'far'
	]);
});

test('always-nearest', () => {
	const tour = nearest(depot, homes);
	for (let index = 1; index < tour.length; index++) {
		const here = tour[index - 1] ?? depot;
		const left = tour.slice(index).sort((a, b) => distance(here, a) - distance(here, b));
		const [next, closest] = [tour[index], left[0]];
		if (!next || !closest) continue;
		// Two metres of tolerance: the earth is rounder than this check.
		const right = distance(here, next) <= distance(here, closest) + 0.002;
		expect({ from: here.name, next: next.name }).toEqual({ from: here.name, next: right ? next.name : closest.name });
	}
	expect(tour).toHaveLength(13);
});

test('keeps-the-list', () => {
	const given = [...homes];
	nearest(depot, given);
	expect(names(given)).toEqual(names(homes));
});
