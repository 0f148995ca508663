import { expect, test } from 'vitest';
import { depot, homes } from './data/places.ts';
import { tourKm } from './main.ts';

const tour = [depot, ...homes.slice(0, 6)];

test('starting-anywhere', () => {
	expect(tourKm([...tour.slice(3), ...tour.slice(0, 3)])).toBeCloseTo(tourKm(tour), 6);
});

test('either-way-round', () => {
	expect(tourKm([...tour].reverse())).toBeCloseTo(tourKm(tour), 6);
	expect(tourKm(tour)).toBeGreaterThan(40);
});

test('a-stop-on-the-way-costs-nothing', () => {
	const [a, middle, b] = [0, 0.05, 0.1].map((lon) => ({ name: String(lon), lat: 0, lon }));
	if (a && middle && b) expect(tourKm([a, middle, b])).toBeCloseTo(tourKm([a, b]), 6);
});
