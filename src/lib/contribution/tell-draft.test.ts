/** Tests that a problem's draft is kept for its person, and loses its private link once its card is empty. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { problemDraftKey } from '#lib/domain/teller-storage-keys.ts';
import { stubLocalStorage } from '#lib/domain/testing/local-storage.ts';
import {
	createEmptyTellDraft,
	removeLinkFromEmptyDraft,
	removeTellDraft,
	loadTellDraft,
	saveTellDraft
} from './tell-draft.ts';

let storedValues: Map<string, string>;
beforeEach(() => {
	storedValues = stubLocalStorage();
});
afterEach(() => vi.unstubAllGlobals());

const createDraft = () => {
	const draft = createEmptyTellDraft();
	return { ...draft, place: 'Brest', card: { ...draft.card, wrong: 'Il reste du pain' } };
};

test('what was begun is there again, for the same person alone', () => {
	saveTellDraft(null, createDraft());
	expect(loadTellDraft(null)).toEqual(createDraft());
	expect(loadTellDraft('someone')).toEqual(createEmptyTellDraft());
	removeTellDraft(null);
	expect(loadTellDraft(null)).toEqual(createEmptyTellDraft());
});

test('the private link stays with what was sent in vain, and an earlier page’s draft has none', () => {
	const sentDraft = { ...createDraft(), link: 'a0'.repeat(24) };
	saveTellDraft(null, sentDraft);
	expect(loadTellDraft(null)).toEqual(sentDraft);
	storedValues.set(problemDraftKey(null), JSON.stringify({ ...sentDraft, link: undefined }));
	expect(loadTellDraft(null)).toEqual(createDraft());
});

test('who clears the card by hand tells another problem, without the link of the one before', () => {
	saveTellDraft(null, { ...createDraft(), name: 'Annick', link: 'a0'.repeat(24) });
	const sentDraft = loadTellDraft(null);
	expect(removeLinkFromEmptyDraft(sentDraft)).toEqual(sentDraft);
	const emptyDraft = { ...sentDraft, card: { ...sentDraft.card, wrong: '' } };
	expect(removeLinkFromEmptyDraft(emptyDraft)).toEqual({ ...emptyDraft, link: null });
});

test('of a page on which nothing is written, nothing is kept', () => {
	saveTellDraft(null, createDraft());
	saveTellDraft(null, { ...createEmptyTellDraft(), link: 'a0'.repeat(24) });
	expect(storedValues.size).toBe(0);
});

test.each(['', '{', '[]', '{"card":{"wrong":1}}', 'null'])('what else stands there (%s) is no draft', (text) => {
	storedValues.set(problemDraftKey(null), text);
	expect(loadTellDraft(null)).toEqual(createEmptyTellDraft());
});
