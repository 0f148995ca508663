import { expect, test } from 'vitest';
import { ConsoleLines, MAX_TASK_CONSOLE_CHARACTERS } from './console.ts';

const createConsoleLine = (text: string) =>
	JSON.stringify([{ level: 'log', values: [{ kind: 'string', text }], times: 1 }]);
/** A line of about this many characters, in ten values, as no value is longer than 10,000. */
const createLongConsoleLine = (characters: number, name: unknown) => {
	const values = Array.from({ length: 10 }, () => ({ kind: 'string', text: 'x'.repeat(characters / 10) }));
	return JSON.stringify([{ level: 'log', values: [{ kind: 'string', text: String(name) }, ...values], times: 1 }]);
};

test('a console line that is too long is dropped without an error', () => {
	const lines = new ConsoleLines(200, MAX_TASK_CONSOLE_CHARACTERS);
	expect(() => lines.addLines('['.repeat(200_000))).not.toThrow();
	lines.addLines(createLongConsoleLine(400_000, 'long'));
	lines.addLines(createConsoleLine('short'));
	expect(lines.takeLines().entries.map(({ values }) => values[0]?.text)).toEqual(['short']);
});

test('the console lines of one check have a total limit, and the next check can write again', () => {
	const lines = new ConsoleLines(200, MAX_TASK_CONSOLE_CHARACTERS);
	for (let line = 0; line < 150; line++) lines.addLines(createLongConsoleLine(50_000, line));
	const { entries, characters } = lines.takeLines();
	expect(entries.length).toBeGreaterThan(1);
	expect(JSON.stringify(entries).length).toBeLessThan(250_000);
	expect(characters).toBeLessThanOrEqual(200_000);
	lines.addLines(createConsoleLine('next'));
	expect(lines.takeLines().entries).toHaveLength(1);
});

test('the console lines of all checks together have a limit, and a short line still fits', () => {
	const lines = new ConsoleLines(200, 150_000);
	for (let line = 0; line < 10; line++) lines.addLines(createLongConsoleLine(50_000, line));
	expect(lines.takeLines().entries).toHaveLength(2);
	for (let line = 0; line < 10; line++) lines.addLines(createLongConsoleLine(50_000, line));
	expect(lines.takeLines().entries).toEqual([]);
	lines.addLines(createConsoleLine('short'));
	expect(lines.takeLines().entries).toHaveLength(1);
});

test('a line that repeats the previous line is counted, and does not use up the limit', () => {
	const lines = new ConsoleLines(200, MAX_TASK_CONSOLE_CHARACTERS);
	for (let line = 0; line < 1000; line++) lines.addLines(createLongConsoleLine(50_000, 'again'));
	expect(lines.takeLines().entries.map(({ times }) => times)).toEqual([1000]);
});
