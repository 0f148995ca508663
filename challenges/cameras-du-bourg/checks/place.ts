import { expect, test } from 'vitest';
import { spots, streets, streetsSeenBy, type Camera } from './data/town.ts';
import { place, sees } from './main.ts';

const chosenOf = (n: number): Camera[] => place(n, [...spots], [...streets]);
/** By the town's own rule and not the student's, so that this step is judged by its own work. */
const countSeen = (n: number) => streetsSeenBy(chosenOf(n)).length;

test('no-camera', () => expect(chosenOf(0)).toEqual([]));
test('one-sees-four', () => expect(countSeen(1)).toBe(4));
test('three-see-ten', () => expect(countSeen(3)).toBeGreaterThanOrEqual(10));
test('five-see-fourteen', () => expect(countSeen(5)).toBeGreaterThanOrEqual(14));

test('n-cameras', () => {
	for (let n = 0; n <= 6; n++) expect({ n, cameras: chosenOf(n).length }).toEqual({ n, cameras: n });
});

test('all-that-can-be-seen', () => expect(countSeen(12)).toBe(16));

test('none-for-nothing', () => {
	const cameras = chosenOf(12);
	const counts = [0, ...cameras.map((_, at) => streetsSeenBy(cameras.slice(0, at + 1)).length)];
	expect([...new Set(counts)]).toEqual(counts);
});

test('keeps-the-lists', () => {
	const [givenSpots, givenStreets] = [[...spots], [...streets]];
	place(5, givenSpots, givenStreets);
	expect([givenSpots, givenStreets]).toEqual([spots, streets]);
});

test('sees-still-right', () => {
	for (const camera of spots) expect(streets.filter((street) => sees(camera, street))).toEqual(streetsSeenBy([camera]));
});
