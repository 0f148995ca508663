/** Tests that only scenes which cost a slow machine too much are drawn less often. */
import { expect, test } from 'vitest';
import { FramePacer } from './frame-pacer.ts';

/** Plays so many frames of one cost, in milliseconds, and returns how many of them were drawn. */
function play(pacer: FramePacer, frames: number, cost: number): number {
	let drawn = 0;
	for (let frame = 0; frame < frames; frame++) {
		if (!pacer.takeTurn()) continue;
		drawn += 1;
		pacer.addCost(cost);
	}
	return drawn;
}

test('draws each frame where drawing is quick', () => expect(play(new FramePacer(), 100, 3)).toBe(100));

test('draws every second frame where drawing is slow', () => {
	const pacer = new FramePacer();
	play(pacer, 100, 20);
	expect(play(pacer, 100, 20)).toBe(50);
});

test('a single slow frame changes nothing', () => {
	const pacer = new FramePacer();
	play(pacer, 100, 3);
	pacer.addCost(20);
	expect(play(pacer, 10, 3)).toBe(10);
});

test('draws each frame again once drawing is quick again', () => {
	const pacer = new FramePacer();
	play(pacer, 100, 20);
	play(pacer, 100, 3);
	expect(play(pacer, 100, 3)).toBe(100);
});
