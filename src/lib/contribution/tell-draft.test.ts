import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tellDraftKey } from '#lib/domain/teller-storage-keys.ts';
import { stubLocalStorage } from '#lib/domain/testing/local-storage.ts';
import { emptyDraft, forgetDraft, loadDraft, saveDraft } from './tell-draft.ts';

let stored: Map<string, string>;
beforeEach(() => {
	stored = stubLocalStorage();
});
afterEach(() => vi.unstubAllGlobals());

const written = () => {
	const draft = emptyDraft();
	return { ...draft, place: 'Brest', card: { ...draft.card, wrong: 'Il reste du pain' } };
};

test('what was begun is there again, for the same person alone', () => {
	saveDraft(null, written());
	expect(loadDraft(null)).toEqual(written());
	expect(loadDraft('someone')).toEqual(emptyDraft());
	forgetDraft(null);
	expect(loadDraft(null)).toEqual(emptyDraft());
});

test('of a page on which nothing is written, nothing is kept', () => {
	saveDraft(null, written());
	saveDraft(null, emptyDraft());
	expect(stored.size).toBe(0);
});

test.each(['', '{', '[]', '{"card":{"wrong":1}}', 'null'])('what else stands there (%s) is no draft', (text) => {
	stored.set(tellDraftKey(null), text);
	expect(loadDraft(null)).toEqual(emptyDraft());
});
