import { expect, test } from 'vitest';
import {
	createChangedReviewedFiles,
	findFirstWrittenLine,
	createWholeReviewedFiles,
	type ReviewedRow
} from './reviewed-files.ts';

const GIVEN_FILES = { 'main.ts': 'one\ntwo\nthree\n', 'given.ts': 'const a = 1;\n' };
const HANDED_IN_FILES = { 'main.ts': 'one\nTWO\nthree\n', 'given.ts': 'const a = 1;\n', 'a.ts': 'x' };

const describeReviewedRows = (rows: readonly ReviewedRow[]) =>
	rows.map((row) =>
		row.kind === 'skipped' ? '…' : `${row.kind} ${row.number} ${row.pieces.map(({ text }) => text).join('')}`
	);

test('whole files show every line once and mark new lines, with main.ts first', () => {
	const files = createWholeReviewedFiles(GIVEN_FILES, HANDED_IN_FILES);
	expect(files.map(({ path, state }) => [path, state])).toEqual([
		['main.ts', 'changed'],
		['a.ts', 'new'],
		['given.ts', 'same']
	]);
	expect(describeReviewedRows(files[0]?.rows ?? [])).toEqual(['same 1 one', 'new 2 TWO', 'same 3 three']);
	expect(findFirstWrittenLine(files)).toEqual({ file: 'main.ts', line: 2 });
});

test('without an earlier version no line is marked as new', () => {
	const [file] = createWholeReviewedFiles(null, { 'main.ts': 'a\n\nb' });
	expect(describeReviewedRows(file?.rows ?? [])).toEqual(['same 1 a', 'same 2 ', 'same 3 b']);
	expect(findFirstWrittenLine(file ? [file] : [])).toEqual({ file: 'main.ts', line: 1 });
});

test('changed lines show the removed text without a line number, and the new text', () => {
	const files = createChangedReviewedFiles(GIVEN_FILES, HANDED_IN_FILES);
	expect(files.map(({ path }) => path)).toEqual(['main.ts', 'a.ts']);
	expect(describeReviewedRows(files[0]?.rows ?? [])).toEqual([
		'same 1 one',
		'gone null two',
		'new 2 TWO',
		'same 3 three'
	]);
	expect(createChangedReviewedFiles(GIVEN_FILES, GIVEN_FILES)).toEqual([]);
});

test('markup is shown as text, and a very long file has no syntax colours', () => {
	const [file] = createWholeReviewedFiles(null, { 'main.ts': '<img src=x onerror="alert(1)">' });
	expect(describeReviewedRows(file?.rows ?? [])).toEqual(['same 1 <img src=x onerror="alert(1)">']);
	const [long] = createWholeReviewedFiles(null, { 'main.ts': 'const a = 1;\n'.repeat(6000) });
	expect(long?.rows).toHaveLength(6000);
	expect(
		long?.rows.flatMap((row) => (row.kind === 'skipped' ? [] : row.pieces.filter(({ kind }) => kind !== null)))
	).toEqual([]);
});
