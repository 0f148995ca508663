import { expect, test } from 'vitest';
import type { ConsoleEntry } from '../report.ts';
import { appendEntries } from './repeated-entries.ts';

const line = (text: string, times = 1, level: ConsoleEntry['level'] = 'log'): ConsoleEntry => ({
	level,
	values: [{ kind: 'string', text }],
	times
});

test('the same line in a row is counted, also when it comes in two parts', () => {
	expect(appendEntries([line('a'), line('again', 20)], [line('again', 30), line('b'), line('b')])).toEqual([
		line('a'),
		line('again', 50),
		line('b', 2)
	]);
});

test('another level is another line, and what was written stays as it was', () => {
	const entries = [line('a')];
	expect(appendEntries(entries, [line('a', 1, 'warn'), line('a')])).toHaveLength(3);
	expect(entries).toEqual([line('a')]);
});
