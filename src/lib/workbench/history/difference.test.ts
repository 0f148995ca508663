import { expect, test } from 'vitest';
import { findFileChanges, type DifferenceLine } from './difference.ts';

/** Writes compared lines as text, with the words that changed in brackets. */
function formatDifferenceLines(lines: DifferenceLine[] | undefined): string[] {
	const signs = { same: ' ', gone: '-', new: '+' };
	return (lines ?? []).map((line) =>
		line.kind === 'skipped'
			? `… ${line.count}`
			: signs[line.kind] + line.parts.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join('')
	);
}
const compareTexts = (before: string, after: string) =>
	formatDifferenceLines(findFileChanges({ a: before }, { a: after })[0]?.lines);

test('equal texts count as unchanged', () => {
	expect(findFileChanges({ a: 'x', b: 'y' }, { b: 'y', a: 'x' })).toEqual([]);
});

test('the changed words of a changed line are marked', () => {
	expect(compareTexts('one\nreturn minutes * 5;\nend\n', 'one\nreturn hours * 50;\nend\n')).toEqual([
		' one',
		'-return [minutes] * [5];',
		'+return [hours] * [50];',
		' end'
	]);
});

test('lines with nothing in common are shown as removed and added, without marked words', () => {
	expect(compareTexts('fill(red);', 'const total = sum(list);')).toEqual(['-fill(red);', '+const total = sum(list);']);
});

test('lines added or removed at the beginning or the end are found', () => {
	expect(compareTexts('a\nb\nc', 'b\nc\nd')).toEqual(['-a', ' b', ' c', '+d']);
	expect(compareTexts('a\nb', 'a')).toEqual([' a', '-b']);
	expect(compareTexts('', 'a\n')).toEqual(['+a']);
	expect(compareTexts('a\n', '')).toEqual(['-a']);
});

test('each line has its number before and its number after the change', () => {
	const [change] = findFileChanges({ a: 'x\ny\nz' }, { a: 'y\nz2\nw' });
	const numbers = change?.lines.map((line) =>
		line.kind === 'skipped'
			? null
			: [line.kind === 'new' ? null : line.numberBefore, line.kind === 'gone' ? null : line.numberAfter]
	);
	expect(numbers).toEqual([
		[1, null],
		[2, 1],
		[3, null],
		[null, 2],
		[null, 3]
	]);
});

test('unchanged lines far from a change are folded', () => {
	const lines = Array.from({ length: 20 }, (_, at) => `line ${at}`);
	const changedLines = lines.map((line, at) => (at === 10 ? 'line ten' : line));
	const foldedLines = compareTexts(lines.join('\n'), changedLines.join('\n'));
	expect(foldedLines).toHaveLength(1 + 3 + 2 + 3 + 1);
	expect([foldedLines[0], foldedLines[4], foldedLines.at(-1)]).toEqual(['… 7', '-line [10]', '… 6']);
});

test('removed and added files are listed', () => {
	const changes = findFileChanges({ old: 'a' }, { fresh: 'b' });
	expect(changes.map(({ path, kind }) => [path, kind])).toEqual([
		['old', 'gone'],
		['fresh', 'new']
	]);
});

test('two long texts with nothing in common are shown whole, as removed and as added', () => {
	const [change] = findFileChanges({ a: 'x;\n'.repeat(3000) }, { a: 'y = 1;\n'.repeat(3000) });
	expect(change?.lines.map(({ kind }) => kind)).toEqual([
		...Array.from({ length: 3000 }, () => 'gone'),
		...Array.from({ length: 3000 }, () => 'new')
	]);
});
