import { expect, test } from 'vitest';
import { parseDraft, placeOf, tipOf, type Draft } from './draft.ts';

const draft = (id: string, main: boolean): Draft => ({
	branch: `branch-${id}`,
	work: 'w',
	main,
	startedAt: 0,
	version: { id, work: 'w', parent: 'head', savedAt: 0, files: {}, steps: null, decision: null, project: null }
});

test('the first edit after a version begins a draft, the next go on in it', () => {
	expect(placeOf('head', [], 'head')).toEqual({ kind: 'begin' });
	expect(placeOf('head', [draft('d', true)], 'd')).toEqual({ kind: 'continue', draft: draft('d', true) });
});

test('what was made from an older state diverges, and goes on beside', () => {
	expect(placeOf('head', [draft('d', true)], 'head')).toEqual({ kind: 'diverge' });
	expect(placeOf('head', [], 'older')).toEqual({ kind: 'diverge' });
	const sides = [draft('d', true), draft('s', false)];
	expect(placeOf('head', sides, 's')).toEqual({ kind: 'continue', draft: draft('s', false) });
});

test('a side draft alone does not stand in the way of the main one', () => {
	expect(placeOf('head', [draft('s', false)], 'head')).toEqual({ kind: 'begin' });
});

test('the main draft opens, a side one does not', () => {
	expect(tipOf('head', [draft('s', false)])).toBe('head');
	expect(tipOf('head', [draft('s', false), draft('d', true)])).toBe('d');
});

test('only drafts are drafts', () => {
	expect(parseDraft(draft('d', true))).toEqual(draft('d', true));
	expect(parseDraft({ ...draft('d', true), version: {} })).toBeUndefined();
	expect(parseDraft(null)).toBeUndefined();
});
