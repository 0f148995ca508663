import { expect, test } from 'vitest';
import { parseDraft, decideDraftPlacement, openingVersionIdOf, type Draft } from './work.ts';

const createDraft = (id: string, main: boolean): Draft => ({
	branch: `branch-${id}`,
	work: 'w',
	main,
	startedAt: 0,
	version: { id, work: 'w', parent: 'head', savedAt: 0, files: {}, steps: null, decision: null, project: null }
});

test('the first edit after a version begins a draft, and further edits continue it', () => {
	expect(decideDraftPlacement('head', [], 'head')).toEqual({ kind: 'begin' });
	expect(decideDraftPlacement('head', [createDraft('d', true)], 'd')).toEqual({
		kind: 'continue',
		draft: createDraft('d', true)
	});
});

test('an edit of an older state begins a side draft, and further edits continue it', () => {
	expect(decideDraftPlacement('head', [createDraft('d', true)], 'head')).toEqual({ kind: 'diverge' });
	expect(decideDraftPlacement('head', [], 'older')).toEqual({ kind: 'diverge' });
	const sideDrafts = [createDraft('d', true), createDraft('s', false)];
	expect(decideDraftPlacement('head', sideDrafts, 's')).toEqual({ kind: 'continue', draft: createDraft('s', false) });
});

test('a side draft does not prevent a main draft from beginning', () => {
	expect(decideDraftPlacement('head', [createDraft('s', false)], 'head')).toEqual({ kind: 'begin' });
});

test('a work opens with its main draft, never with a side draft', () => {
	expect(openingVersionIdOf('head', [createDraft('s', false)])).toBe('head');
	expect(openingVersionIdOf('head', [createDraft('s', false), createDraft('d', true)])).toBe('d');
});

test('a valid draft is parsed, and malformed drafts are refused', () => {
	expect(parseDraft(createDraft('d', true))).toEqual(createDraft('d', true));
	expect(parseDraft({ ...createDraft('d', true), version: {} })).toBeUndefined();
	expect(parseDraft(null)).toBeUndefined();
});
