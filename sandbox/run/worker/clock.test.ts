import { expect, test } from 'vitest';
import { ProgramClock, FramePacer } from './clock.ts';

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

/** A number of processors that a weak machine does not have. */
const MANY_PROCESSORS = 4;

/** Plays frames that each take `cost` milliseconds to draw, and returns how many of them were drawn. */
function countDrawnFrames(pacer: FramePacer, frameCount: number, cost: number): number {
	let drawnFrames = 0;
	for (let frame = 0; frame < frameCount; frame++) {
		if (!pacer.takeDrawingTurn()) continue;
		drawnFrames += 1;
		pacer.addFrameCost(cost);
	}
	return drawnFrames;
}

test('draws each frame where drawing is quick', () =>
	expect(countDrawnFrames(new FramePacer(MANY_PROCESSORS), 100, 3)).toBe(100));

test('draws every second frame on two processors, however quick drawing is', () => {
	const pacer = new FramePacer(2);
	expect(countDrawnFrames(pacer, 100, 3)).toBe(50);
	pacer.noteUserTouch();
	expect(countDrawnFrames(pacer, 100, 3)).toBe(50);
});

test('draws every second frame where drawing is slow', () => {
	const pacer = new FramePacer(MANY_PROCESSORS);
	countDrawnFrames(pacer, 100, 20);
	expect(countDrawnFrames(pacer, 100, 20)).toBe(50);
});

test('draws each frame despite a single slow frame', () => {
	const pacer = new FramePacer(MANY_PROCESSORS);
	countDrawnFrames(pacer, 100, 3);
	pacer.addFrameCost(20);
	expect(countDrawnFrames(pacer, 10, 3)).toBe(10);
});

test('draws each frame again once drawing is quick again', () => {
	const pacer = new FramePacer(MANY_PROCESSORS);
	countDrawnFrames(pacer, 100, 20);
	countDrawnFrames(pacer, 100, 3);
	expect(countDrawnFrames(pacer, 100, 3)).toBe(100);
});

test('draws every second frame after a minute without a touch, and each frame after a touch', () => {
	const pacer = new FramePacer(MANY_PROCESSORS);
	expect(countDrawnFrames(pacer, 3600, 3)).toBe(3600);
	expect(countDrawnFrames(pacer, 100, 3)).toBe(50);
	pacer.noteUserTouch();
	countDrawnFrames(pacer, 1, 3);
	expect(countDrawnFrames(pacer, 100, 3)).toBe(100);
});
