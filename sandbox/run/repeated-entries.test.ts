import { expect, test } from 'vitest';
import type { ConsoleEntry } from '../report.ts';
import { appendConsoleEntries } from './repeated-entries.ts';

const createConsoleEntry = (text: string, times = 1, level: ConsoleEntry['level'] = 'log'): ConsoleEntry => ({
	level,
	values: [{ kind: 'string', text }],
	times
});

test('equal lines in a row become one counted entry, even when they arrive in two batches', () => {
	expect(
		appendConsoleEntries(
			[createConsoleEntry('a'), createConsoleEntry('again', 20)],
			[createConsoleEntry('again', 30), createConsoleEntry('b'), createConsoleEntry('b')]
		)
	).toEqual([createConsoleEntry('a'), createConsoleEntry('again', 50), createConsoleEntry('b', 2)]);
});

test('a line of another level is a separate entry, and the earlier list is not changed', () => {
	const entries = [createConsoleEntry('a')];
	expect(appendConsoleEntries(entries, [createConsoleEntry('a', 1, 'warn'), createConsoleEntry('a')])).toHaveLength(3);
	expect(entries).toEqual([createConsoleEntry('a')]);
});
