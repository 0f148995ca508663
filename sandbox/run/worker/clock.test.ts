import { expect, test } from 'vitest';
import { ProgramClock } from './clock.ts';

function createRealmWithClock(clock: ProgramClock) {
	const realm = { Date, performance: { now: () => -1 } } as unknown as typeof globalThis;
	clock.replaceTimeFunctions(realm);
	return realm;
}

test('a program’s time stands still until the clock is advanced', () => {
	const clock = new ProgramClock();
	const realm = createRealmWithClock(clock);
	const before = realm.Date.now();
	expect(new realm.Date().getTime()).toBe(before);
	clock.advance(250);
	expect(realm.Date.now() - before).toBe(250);
	expect(realm.performance.now()).toBe(250);
});

test('a date created from given values keeps those values', () => {
	const realm = createRealmWithClock(new ProgramClock());
	expect(new realm.Date(2020, 1, 3).getFullYear()).toBe(2020);
	expect(new realm.Date(0) instanceof realm.Date).toBe(true);
});

test('timers run when they fall due, in order, at their own moment', () => {
	const clock = new ProgramClock();
	const realm = createRealmWithClock(clock);
	const calls: [string, number][] = [];
	const noteCall = (name: string) => () => calls.push([name, realm.performance.now()]);
	realm.setTimeout(noteCall('late'), 30);
	realm.setTimeout(noteCall('early'), 10);
	const beatTimer = realm.setInterval(noteCall('beat'), 20);
	clock.advance(45);
	realm.clearInterval(beatTimer);
	clock.advance(100);
	expect(calls).toEqual([
		['early', 10],
		['beat', 20],
		['late', 30],
		['beat', 40]
	]);
});

test('a timer that sets itself again and again does not keep the clock from moving', () => {
	const clock = new ProgramClock();
	const realm = createRealmWithClock(clock);
	let callCount = 0;
	const setTimerAgain = () => {
		callCount += 1;
		realm.setTimeout(setTimerAgain, 0);
	};
	setTimerAgain();
	clock.advance(50);
	expect(clock.elapsedMilliseconds).toBe(50);
	expect(callCount).toBe(51);
});

test('when nothing else advances the clock, it advances from timer to timer', () => {
	const clock = new ProgramClock();
	const realm = createRealmWithClock(clock);
	const turns: (() => void)[] = [];
	clock.onWaiting = () => turns.push(() => clock.advanceToNextTimer());
	let isDone = false;
	realm.setTimeout(() => realm.setTimeout(() => (isDone = true), 5000), 5000);
	for (let turn = turns.shift(); turn !== undefined; turn = turns.shift()) turn();
	expect(isDone).toBe(true);
	expect(clock.elapsedMilliseconds).toBe(10_000);
});
