import { expect, test } from 'vitest';
import * as program from './main.ts';

/** What this step adds to the program. */
interface Added {
	breathPoints?: (breaths: number) => number;
	news2: unknown;
}

const { breathPoints }: Added = program;

/** The breaths stand in the answer, so that a failed check says for how many it was. */
function expectPoints(points: number, rates: number[]): void {
	for (const breaths of rates) {
		expect({ breaths, points: breathPoints?.(breaths) }).toEqual({ breaths, points });
	}
}

test('breath-slow', () => {
	expectPoints(3, [0, 7, 8]);
	expectPoints(1, [9, 10, 11]);
});

test('breath-calm', () => {
	expectPoints(0, [12, 16, 19, 20]);
});

test('breath-fast', () => {
	expectPoints(2, [21, 22, 24]);
	expectPoints(3, [25, 26, 60]);
});
