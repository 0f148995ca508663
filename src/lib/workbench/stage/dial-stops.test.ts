import { expect, test } from 'vitest';
import { nearestStopIndex, dialStopsOf } from './dial-stops.ts';

test('a dial with a short range stops at every value', () => {
	expect(dialStopsOf({ min: 30, max: 31.2, step: 0.4, start: 30.4 })).toEqual([30, 30.4, 30.8, 31.2]);
});

test('a dial with a wide range has close stops at first, and fewer than 100 altogether', () => {
	const stops = dialStopsOf({ min: 0, max: 10_000, step: 5, start: 10 });
	expect(stops.slice(0, 7)).toEqual([0, 5, 10, 15, 20, 25, 30]);
	expect(stops.slice(-3)).toEqual([8900, 9800, 10_000]);
	expect(stops.length).toBeLessThan(100);
});

test('the starting value of a dial is always a stop', () => {
	expect(dialStopsOf({ min: 0, max: 10_000, step: 5, start: 6785 })).toContain(6785);
});

test('a value between two stops is shown at the nearer stop', () => {
	expect(nearestStopIndex([0, 5, 10], 6)).toBe(1);
});
