/** Tests that equal console lines in a row are listed once with their count. */
import { expect, test } from 'vitest';
import type { ConsoleEntry } from '../report.ts';
import { appendConsoleEntries } from './repeated-entries.ts';

const createConsoleEntry = (text: string, times = 1, level: ConsoleEntry['level'] = 'log'): ConsoleEntry => ({
	level,
	values: [{ kind: 'string', text }],
	times
});

test('the same line in a row is counted, also when it comes in two parts', () => {
	expect(
		appendConsoleEntries(
			[createConsoleEntry('a'), createConsoleEntry('again', 20)],
			[createConsoleEntry('again', 30), createConsoleEntry('b'), createConsoleEntry('b')]
		)
	).toEqual([createConsoleEntry('a'), createConsoleEntry('again', 50), createConsoleEntry('b', 2)]);
});

test('another level is another line, and what was written stays as it was', () => {
	const entries = [createConsoleEntry('a')];
	expect(appendConsoleEntries(entries, [createConsoleEntry('a', 1, 'warn'), createConsoleEntry('a')])).toHaveLength(3);
	expect(entries).toEqual([createConsoleEntry('a')]);
});
