import { expect, test } from 'vitest';
import { depot, homes } from './data/places.ts';
import { tourKm } from './main.ts';

/** On the equator a degree is 111.19 km either way, near enough: lengths can be worked out by hand. */
const degree = 111.19;
const at = (name: string, lat: number, lon: number) => ({ name, lat, lon });
const corner = at('corner', 0, 0);
const east = at('east', 0, 0.1);
const northEast = at('north-east', 0.1, 0.1);
const north = at('north', 0.1, 0);

test('no-way', () => {
	expect(tourKm([])).toBe(0);
	expect(tourKm([corner])).toBe(0);
});

test('there-and-back', () => {
	expect(tourKm([corner, east])).toBeCloseTo(0.2 * degree, 1);
});

test('comes-back', () => {
	expect(tourKm([corner, east, northEast, north])).toBeCloseTo(0.4 * degree, 1);
});

test('order-counts', () => {
	// The two diagonals instead of two sides.
	expect(tourKm([corner, northEast, east, north])).toBeCloseTo((0.2 + 0.2 * Math.SQRT2) * degree, 1);
});

test('list-order-km', () => {
	expect(tourKm([depot, ...homes])).toBeCloseTo(104.1, 0);
});

test('keeps-the-list', () => {
	const tour = [corner, east, northEast, north];
	tourKm(tour);
	expect(tour.map(({ name }) => name)).toEqual(['corner', 'east', 'north-east', 'north']);
});
