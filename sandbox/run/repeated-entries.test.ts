import { expect, test } from 'vitest';
import type { ConsoleEntry } from '../report.ts';
import { appendEntries } from './repeated-entries.ts';

const makeEntry = (text: string, times = 1, level: ConsoleEntry['level'] = 'log'): ConsoleEntry => ({
	level,
	values: [{ kind: 'string', text }],
	times
});

test('the same line in a row is counted, also when it comes in two parts', () => {
	expect(
		appendEntries([makeEntry('a'), makeEntry('again', 20)], [makeEntry('again', 30), makeEntry('b'), makeEntry('b')])
	).toEqual([makeEntry('a'), makeEntry('again', 50), makeEntry('b', 2)]);
});

test('another level is another line, and what was written stays as it was', () => {
	const entries = [makeEntry('a')];
	expect(appendEntries(entries, [makeEntry('a', 1, 'warn'), makeEntry('a')])).toHaveLength(3);
	expect(entries).toEqual([makeEntry('a')]);
});
