import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyDraft, forgetDraft, loadDraft, saveDraft } from './tell-draft.ts';

let stored = new Map<string, string>();

beforeEach(() => {
	stored = new Map();
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => stored.get(key) ?? null,
		setItem: (key: string, text: string) => stored.set(key, text),
		removeItem: (key: string) => stored.delete(key)
	});
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
	stored.set('braise.tell.', text);
	expect(loadDraft(null)).toEqual(emptyDraft());
});
