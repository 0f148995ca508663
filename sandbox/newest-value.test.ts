import { expect, test } from 'vitest';
import { NewestValueThrottle } from './newest-value.ts';

function createTestThrottle() {
	const passedValues: number[] = [];
	const plannedCallbacks: { callback: () => void; delay: number; due: number }[] = [];
	const clock = { now: 0 };
	const newest = new NewestValueThrottle<number>((value) => passedValues.push(value), {
		pauseMilliseconds: 200,
		now: () => clock.now,
		setTimer: (callback, delay) => plannedCallbacks.push({ callback, delay, due: clock.now + delay })
	});
	const runNextCallback = (): number => {
		const { callback, delay, due } = plannedCallbacks.shift() ?? { callback: () => undefined, delay: -1, due: -1 };
		clock.now = Math.max(clock.now, due);
		callback();
		return delay;
	};
	return { passed: passedValues, planned: plannedCallbacks, time: clock, newest, goOn: runNextCallback };
}

test('the first value is passed on without delay, and the newest later value after the pause', () => {
	const { passed, planned, newest, goOn } = createTestThrottle();
	newest.replaceWaiting(1);
	expect(goOn()).toBe(0);
	for (let value = 2; value <= 1000; value++) newest.replaceWaiting(value);
	expect(planned).toHaveLength(1);
	expect(goOn()).toBe(200);
	expect(passed).toEqual([1, 1000]);
	expect(planned).toEqual([]);
});

test('a flush passes on a waiting value at once, and only once', () => {
	const { passed, newest, goOn } = createTestThrottle();
	newest.replaceWaiting(1);
	newest.flush();
	goOn();
	newest.flush();
	expect(passed).toEqual([1]);
});

test('after a flush, the next value waits for the whole pause', () => {
	const { passed, time, newest, goOn } = createTestThrottle();
	newest.replaceWaiting(1);
	goOn();
	newest.replaceWaiting(2);
	time.now = 150;
	newest.flush();
	newest.replaceWaiting(3);
	expect(goOn()).toBe(200);
	expect(passed).toEqual([1, 2]);
	expect(goOn()).toBe(150);
	expect(passed).toEqual([1, 2, 3]);
});
