import { expect, test } from 'vitest';
import { mergeContents, mergeLines, type VersionContent } from './merge-versions.ts';

const base = ['a', 'b', 'c', 'd', 'e', 'f'].join('\n');
const edit = (...changes: [string, string][]) => changes.reduce((text, [from, to]) => text.replace(from, to), base);

test('changes that do not touch are joined, in either order', () => {
	const [mine, theirs] = [edit(['b', 'B\nB2']), edit(['e', '']), edit()];
	expect(mergeLines(base, mine, theirs)).toEqual({ kind: 'clean', value: 'a\nB\nB2\nc\nd\n\nf' });
	expect(mergeLines(base, theirs, mine)).toEqual({ kind: 'clean', value: 'a\nB\nB2\nc\nd\n\nf' });
});

test('the same change on both sides is made once', () => {
	expect(mergeLines(base, edit(['c', 'C'], ['a', 'A']), edit(['c', 'C']))).toEqual({
		kind: 'clean',
		value: 'A\nb\nC\nd\ne\nf'
	});
});

test.each([
	['one line', edit(['c', 'C1']), edit(['c', 'C2'])],
	['lines side by side', edit(['c', 'C']), edit(['d', 'D'])],
	['two endings', `${base}\ng`, `${base}\nh`],
	['a line that the other deleted', edit(['c\n', '']), edit(['c', 'C'])]
])('%s: a question for a person', (_, mine, theirs) => {
	expect(mergeLines(base, mine, theirs).kind).toBe('touching');
});

const content = (files: Record<string, string>, rest: Partial<VersionContent> = {}): VersionContent => ({
	files,
	steps: { at: 1 },
	decision: null,
	project: null,
	...rest
});

test('files that one side added, changed or deleted come along; everything else is taken whole', () => {
	const was = content({ 'main.ts': base, 'old.ts': 'x', 'same.ts': 's' });
	const mine = content({ 'main.ts': edit(['a', 'A']), 'same.ts': 's', 'new.ts': 'n' }, { steps: { at: 2 } });
	const theirs = content({ 'main.ts': edit(['f', 'F']), 'old.ts': 'x', 'same.ts': 't' });
	expect(mergeContents(was, mine, theirs)).toEqual({
		kind: 'clean',
		value: content({ 'main.ts': edit(['a', 'A'], ['f', 'F']), 'same.ts': 't', 'new.ts': 'n' }, { steps: { at: 2 } })
	});
});

test('what both programs kept is joined by key, and nobody is asked', () => {
	const files = (items: Record<string, string>) => ({ 'main.ts': base, 'project.store': JSON.stringify(items) });
	const was = content(files({ best: '3', gone: '1', name: '"Lou"' }));
	const mine = content(files({ best: '7', name: '"Lou"' }));
	const theirs = content(files({ best: '9', gone: '1', name: '"Ana"', level: '2' }));
	const mergeResult = mergeContents(was, mine, theirs);
	const store = mergeResult.kind === 'clean' ? mergeResult.value.files['project.store'] : '';
	expect(JSON.parse(store ?? '')).toEqual({ best: '7', name: '"Ana"', level: '2' });
});

test.each([
	['a file that one deleted and the other changed', content({}), content({ 'main.ts': 'other' })],
	['steps that both went', content({ 'main.ts': base }, { steps: 2 }), content({ 'main.ts': base }, { steps: 3 })]
])('%s: a question for a person', (_, mine, theirs) => {
	expect(mergeContents(content({ 'main.ts': base }), mine, theirs).kind).toBe('touching');
});
