import { expect, test } from 'vitest';
import type { ConsoleEntry } from '#sandbox/report.ts';
import { ConsoleLog } from './console-log.svelte.ts';

const createConsoleEntry = (text: string, characters: number): ConsoleEntry => ({
	level: 'log',
	values: [
		{ kind: 'string', text },
		{ kind: 'string', text: 'x'.repeat(characters) }
	],
	times: 1
});
const listEntryTexts = ({ entries }: ConsoleLog) => entries.map(({ values }) => values[0]?.text);

test('only the newest of many long lines are kept', () => {
	const log = new ConsoleLog();
	for (let line = 0; line < 100; line++) log.add([createConsoleEntry(String(line), 90_000)], 0);
	expect(listEntryTexts(log)).toEqual(['95', '96', '97', '98', '99']);
});

test('the newest line is kept, however long', () => {
	const log = new ConsoleLog();
	log.add([createConsoleEntry('old', 10), createConsoleEntry('new', 900_000)], 0);
	expect(listEntryTexts(log)).toEqual(['new']);
});

test('only the newest five hundred of many short lines are kept', () => {
	const log = new ConsoleLog();
	for (let line = 0; line < 600; line++) log.add([createConsoleEntry(String(line), 20)], 0);
	expect(listEntryTexts(log)).toHaveLength(500);
	expect(listEntryTexts(log).at(-1)).toBe('599');
});
