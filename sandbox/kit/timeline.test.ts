import { expect, test } from 'vitest';
import { timeline } from './timeline.ts';

const storyTimeline = timeline({ each: 7, begins: 2, still: 4 });

test('stories follow each other and begin again after the last', () => {
	expect(storyTimeline.at(0, 3)).toMatchObject({ run: 0, index: 0, now: 2 });
	expect(storyTimeline.at(5, 3)).toMatchObject({ run: 1, index: 1, now: 0 });
	expect(storyTimeline.at(20, 3)).toMatchObject({ run: 3, index: 0, now: 1 });
	expect(storyTimeline.at(20, 0)).toMatchObject({ index: 0 });
});

test('a part’s progress runs smoothly from 0 to 1, and a still picture shows one moment', () => {
	expect([1, 2, 3].map((from) => storyTimeline.at(0, 1).part(from, from + 1))).toEqual([1, 0, 0]);
	expect(storyTimeline.at(0, 1).part(1.5, 2.5)).toBe(0.5);
	expect(storyTimeline.at(20, 3, true)).toMatchObject({ index: 0, now: 4 });
});
