import { expect, test } from 'vitest';
import { FramePacer } from './frame-pacer.ts';

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
