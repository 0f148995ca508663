import { expect, test } from 'vitest';
import { parseDraft, draftPlacementOf, openingVersionOf, type Draft } from './draft.ts';

const draft = (id: string, main: boolean): Draft => ({
	branch: `branch-${id}`,
	work: 'w',
	main,
	startedAt: 0,
	version: { id, work: 'w', parent: 'head', savedAt: 0, files: {}, steps: null, decision: null, project: null }
});

test('the first edit after a version begins a draft, the next go on in it', () => {
	expect(draftPlacementOf('head', [], 'head')).toEqual({ kind: 'begin' });
	expect(draftPlacementOf('head', [draft('d', true)], 'd')).toEqual({ kind: 'continue', draft: draft('d', true) });
});

test('an edit of an older state becomes a side draft, and continues there', () => {
	expect(draftPlacementOf('head', [draft('d', true)], 'head')).toEqual({ kind: 'diverge' });
	expect(draftPlacementOf('head', [], 'older')).toEqual({ kind: 'diverge' });
	const sides = [draft('d', true), draft('s', false)];
	expect(draftPlacementOf('head', sides, 's')).toEqual({ kind: 'continue', draft: draft('s', false) });
});

test('a side draft alone does not stand in the way of the main one', () => {
	expect(draftPlacementOf('head', [draft('s', false)], 'head')).toEqual({ kind: 'begin' });
});

test('the main draft opens, a side one does not', () => {
	expect(openingVersionOf('head', [draft('s', false)])).toBe('head');
	expect(openingVersionOf('head', [draft('s', false), draft('d', true)])).toBe('d');
});

test('only drafts are drafts', () => {
	expect(parseDraft(draft('d', true))).toEqual(draft('d', true));
	expect(parseDraft({ ...draft('d', true), version: {} })).toBeUndefined();
	expect(parseDraft(null)).toBeUndefined();
});
