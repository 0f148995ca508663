import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { problemCardDraftKey } from '#lib/domain/storage-keys.ts';
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

const createFilledDraft = () => {
	const draft = createEmptyTellDraft();
	return { ...draft, place: 'Brest', card: { ...draft.card, wrong: 'Il reste du pain' } };
};

test('a saved draft is loaded again, only for the same person, until it is removed', () => {
	saveTellDraft(null, createFilledDraft());
	expect(loadTellDraft(null)).toEqual(createFilledDraft());
	expect(loadTellDraft('someone')).toEqual(createEmptyTellDraft());
	removeTellDraft(null);
	expect(loadTellDraft(null)).toEqual(createEmptyTellDraft());
});

test('a draft keeps its private link, and a draft stored without a link has none', () => {
	const sentDraft = { ...createFilledDraft(), link: 'a0'.repeat(24) };
	saveTellDraft(null, sentDraft);
	expect(loadTellDraft(null)).toEqual(sentDraft);
	storedValues.set(problemCardDraftKey(null), JSON.stringify({ ...sentDraft, link: undefined }));
	expect(loadTellDraft(null)).toEqual(createFilledDraft());
});

test('a draft loses its private link once its card is empty', () => {
	saveTellDraft(null, { ...createFilledDraft(), name: 'Annick', link: 'a0'.repeat(24) });
	const sentDraft = loadTellDraft(null);
	expect(removeLinkFromEmptyDraft(sentDraft)).toEqual(sentDraft);
	const emptyDraft = { ...sentDraft, card: { ...sentDraft.card, wrong: '' } };
	expect(removeLinkFromEmptyDraft(emptyDraft)).toEqual({ ...emptyDraft, link: null });
});

test('saving an empty draft erases the stored draft', () => {
	saveTellDraft(null, createFilledDraft());
	saveTellDraft(null, { ...createEmptyTellDraft(), link: 'a0'.repeat(24) });
	expect(storedValues.size).toBe(0);
});

test.each(['', '{', '[]', '{"card":{"wrong":1}}', 'null'])('invalid stored text (%s) gives an empty draft', (text) => {
	storedValues.set(problemCardDraftKey(null), text);
	expect(loadTellDraft(null)).toEqual(createEmptyTellDraft());
});
