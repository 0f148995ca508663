import { expect, test } from 'vitest';
import { mergeContents, mergeLines, type VersionContent } from './merge-versions.ts';

const baseText = ['a', 'b', 'c', 'd', 'e', 'f'].join('\n');
const editBaseText = (...changes: [string, string][]) =>
	changes.reduce((text, [from, to]) => text.replace(from, to), baseText);

test('changes of separate lines are merged, in either order', () => {
	const [mine, theirs] = [editBaseText(['b', 'B\nB2']), editBaseText(['e', '']), editBaseText()];
	expect(mergeLines(baseText, mine, theirs)).toEqual({ kind: 'clean', value: 'a\nB\nB2\nc\nd\n\nf' });
	expect(mergeLines(baseText, theirs, mine)).toEqual({ kind: 'clean', value: 'a\nB\nB2\nc\nd\n\nf' });
});

test('the same change on both sides is made once', () => {
	expect(mergeLines(baseText, editBaseText(['c', 'C'], ['a', 'A']), editBaseText(['c', 'C']))).toEqual({
		kind: 'clean',
		value: 'A\nb\nC\nd\ne\nf'
	});
});

test.each([
	['a line changed on both sides', editBaseText(['c', 'C1']), editBaseText(['c', 'C2'])],
	['a change of neighbouring lines', editBaseText(['c', 'C']), editBaseText(['d', 'D'])],
	['a different ending added on each side', `${baseText}\ng`, `${baseText}\nh`],
	['a line deleted on one side and changed on the other', editBaseText(['c\n', '']), editBaseText(['c', 'C'])]
])('%s needs a person’s decision', (_, mine, theirs) => {
	expect(mergeLines(baseText, mine, theirs).kind).toBe('touching');
});

const createContent = (files: Record<string, string>, rest: Partial<VersionContent> = {}): VersionContent => ({
	files,
	steps: { at: 1 },
	decision: null,
	project: null,
	...rest
});

test('files added, changed or deleted on one side are merged, and other content is taken whole', () => {
	const baseContent = createContent({ 'main.ts': baseText, 'old.ts': 'x', 'same.ts': 's' });
	const mine = createContent(
		{ 'main.ts': editBaseText(['a', 'A']), 'same.ts': 's', 'new.ts': 'n' },
		{ steps: { at: 2 } }
	);
	const theirs = createContent({ 'main.ts': editBaseText(['f', 'F']), 'old.ts': 'x', 'same.ts': 't' });
	expect(mergeContents(baseContent, mine, theirs)).toEqual({
		kind: 'clean',
		value: createContent(
			{ 'main.ts': editBaseText(['a', 'A'], ['f', 'F']), 'same.ts': 't', 'new.ts': 'n' },
			{ steps: { at: 2 } }
		)
	});
});

test('stored items of both sides are merged by key without a person’s decision', () => {
	const createFilesWithStore = (items: Record<string, string>) => ({
		'main.ts': baseText,
		'project.store': JSON.stringify(items)
	});
	const baseContent = createContent(createFilesWithStore({ best: '3', gone: '1', name: '"Lou"' }));
	const mine = createContent(createFilesWithStore({ best: '7', name: '"Lou"' }));
	const theirs = createContent(createFilesWithStore({ best: '9', gone: '1', name: '"Ana"', level: '2' }));
	const mergeResult = mergeContents(baseContent, mine, theirs);
	const store = mergeResult.kind === 'clean' ? mergeResult.value.files['project.store'] : '';
	expect(JSON.parse(store ?? '')).toEqual({ best: '7', name: '"Ana"', level: '2' });
});

test.each([
	['a file deleted on one side and changed on the other', createContent({}), createContent({ 'main.ts': 'other' })],
	[
		'a change of steps on both sides',
		createContent({ 'main.ts': baseText }, { steps: 2 }),
		createContent({ 'main.ts': baseText }, { steps: 3 })
	]
])('%s needs a person’s decision', (_, mine, theirs) => {
	expect(mergeContents(createContent({ 'main.ts': baseText }), mine, theirs).kind).toBe('touching');
});
