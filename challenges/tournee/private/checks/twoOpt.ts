import { expect, test } from 'vitest';
import { twoOpt } from './main.ts';

interface Spot {
	name: string;
	lat: number;
	lon: number;
}

/** Near the equator, so small that a flat map is exact enough. */
const distance = (a: Spot, b: Spot) => Math.hypot(a.lat - b.lat, a.lon - b.lon);
const length = (tour: Spot[]) =>
	tour.reduce((sum, place, index) => sum + distance(place, tour[(index + 1) % tour.length] ?? place), 0);

function scattered(count: number, seed: number): Spot[] {
	let state = seed;
	const next = () => {
		state = (state * 16807) % 2147483647;
		return state / 2147483647;
	};
	return Array.from({ length: count }, (_, index) => ({ name: `${index}`, lat: next() / 10, lon: next() / 10 }));
}

function stillToSave(tour: Spot[]): number {
	let most = 0;
	for (let from = 1; from < tour.length - 1; from++) {
		for (let to = from + 1; to < tour.length; to++) {
			const turned = [...tour.slice(0, from), ...tour.slice(from, to + 1).reverse(), ...tour.slice(to + 1)];
			most = Math.max(most, length(tour) - length(turned));
		}
	}
	return most;
}

test('other-countries', () => {
	for (const [count, seed] of [
		[7, 11],
		[8, 222],
		[9, 3333]
	] as const) {
		const before = scattered(count, seed);
		const after = twoOpt(before);
		expect(after[0]?.name).toBe('0');
		expect([...after.map(({ name }) => name)].sort()).toEqual([...before.map(({ name }) => name)].sort());
		expect(length(after)).toBeLessThanOrEqual(length(before) + 1e-9);
		expect(stillToSave(after)).toBeLessThan(1e-6);
	}
});

test('a-good-round-stays-as-good', () => {
	const ring = Array.from({ length: 8 }, (_, index) => {
		const turn = (index / 8) * Math.PI * 2;
		return { name: `${index}`, lat: Math.sin(turn) / 20, lon: Math.cos(turn) / 20 };
	});
	expect(length(twoOpt(ring))).toBeCloseTo(length(ring), 9);
});

test('the-last-home-can-move', () => {
	// Only the last two homes are in the wrong order.
	const at = (name: string, lon: number, lat: number) => ({ name, lat, lon });
	const tour = [at('0', 0, 0), at('1', 0.1, 0), at('2', 0.1, 0.1), at('4', 0, 0.05), at('3', 0, 0.1)];
	const after = twoOpt(tour);
	expect([...after.map(({ name }) => name)].sort()).toEqual(['0', '1', '2', '3', '4']);
	// Only the length counts: the same round driven the other way is as good.
	expect(length(after)).toBeCloseTo(0.4, 9);
});
