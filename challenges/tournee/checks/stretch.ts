import { expect, test } from 'vitest';
import { depot, homes } from './data/places.ts';
import * as program from './main.ts';

interface Spot {
	name: string;
	lat: number;
	lon: number;
}

/** What the student adds in this step. */
interface Added {
	arrivals?: (tour: Spot[]) => number[];
	tourKm: (tour: Spot[]) => number;
}

const { arrivals }: Added = program;
const tenth = [0, 1, 2, 3].map((index) => ({ name: `${index}`, lat: 0, lon: index / 10 }));

test('own-arrivals', () => {
	expect(typeof arrivals).toBe('function');
});

test('leaves-at-0', () => {
	expect(arrivals?.([depot])).toEqual([0]);
});

test('two-minutes-a-km', () => {
	const [, first] = arrivals?.(tenth.slice(0, 2)) ?? [];
	expect(first).toBeCloseTo(22.24, 1);
});

test('four-minutes-a-door', () => {
	const minutes = arrivals?.(tenth) ?? [];
	expect(minutes).toHaveLength(4);
	expect(minutes[2]).toBeCloseTo(48.48, 1);
	expect(minutes[3]).toBeCloseTo(74.72, 1);
});

test('one-arrival-each', () => {
	const minutes = arrivals?.([depot, ...homes]) ?? [];
	expect(minutes).toHaveLength(13);
	for (let stop = 1; stop < 13; stop++) {
		const later = (minutes[stop] ?? 0) > (minutes[stop - 1] ?? 0);
		expect({ stop, later }).toEqual({ stop, later: true });
	}
});
