import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tellDraftKey } from '#lib/domain/teller-storage-keys.ts';
import { stubLocalStorage } from '#lib/domain/testing/local-storage.ts';
import { createEmptyTellDraft, forgetTellDraft, loadTellDraft, saveTellDraft } from './tell-draft.ts';

let stored: Map<string, string>;
beforeEach(() => {
	stored = stubLocalStorage();
});
afterEach(() => vi.unstubAllGlobals());

const written = () => {
	const draft = createEmptyTellDraft();
	return { ...draft, place: 'Brest', card: { ...draft.card, wrong: 'Il reste du pain' } };
};

test('what was begun is there again, for the same person alone', () => {
	saveTellDraft(null, written());
	expect(loadTellDraft(null)).toEqual(written());
	expect(loadTellDraft('someone')).toEqual(createEmptyTellDraft());
	forgetTellDraft(null);
	expect(loadTellDraft(null)).toEqual(createEmptyTellDraft());
});

test('of a page on which nothing is written, nothing is kept', () => {
	saveTellDraft(null, written());
	saveTellDraft(null, createEmptyTellDraft());
	expect(stored.size).toBe(0);
});

test.each(['', '{', '[]', '{"card":{"wrong":1}}', 'null'])('what else stands there (%s) is no draft', (text) => {
	stored.set(tellDraftKey(null), text);
	expect(loadTellDraft(null)).toEqual(createEmptyTellDraft());
});
