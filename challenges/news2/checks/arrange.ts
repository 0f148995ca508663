import { expect, test } from 'vitest';
import * as program from './main.ts';

/** What this step adds to the program. */
interface Added {
	breathPoints?: (breaths: number) => number;
	news2: unknown;
}

const { breathPoints }: Added = program;

test('breath-slow', () => {
	for (const breaths of [0, 7, 8]) expect(breathPoints?.(breaths)).toBe(3);
	for (const breaths of [9, 10, 11]) expect(breathPoints?.(breaths)).toBe(1);
});

test('breath-calm', () => {
	for (const breaths of [12, 16, 19, 20]) expect(breathPoints?.(breaths)).toBe(0);
});

test('breath-fast', () => {
	for (const breaths of [21, 22, 24]) expect(breathPoints?.(breaths)).toBe(2);
	for (const breaths of [25, 26, 60]) expect(breathPoints?.(breaths)).toBe(3);
});
