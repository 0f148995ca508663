import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stubLocalStorage } from '#lib/domain/testing/local-storage.ts';
import { privateLinkDraftKeyPrefix } from '#lib/domain/storage-keys.ts';
import { loadProblemPageDraft, saveProblemPageDraft } from './private-links.ts';

let storedValues: Map<string, string>;
beforeEach(() => {
	storedValues = stubLocalStorage();
});
afterEach(() => vi.unstubAllGlobals());

test('unsent text is kept separately for each person, problem and form, until it is emptied', () => {
	const place = { account: 'someone', link: 'one', form: 'reply' } as const;
	saveProblemPageDraft(place, 'Une trentaine.');
	expect(loadProblemPageDraft(place)).toBe('Une trentaine.');
	expect(loadProblemPageDraft({ ...place, account: null })).toBe('');
	expect(loadProblemPageDraft({ ...place, link: 'two' })).toBe('');
	expect(loadProblemPageDraft({ ...place, form: 'card' })).toBe('');
	expect([...storedValues.keys()].every((key) => key.startsWith(privateLinkDraftKeyPrefix('someone')))).toBe(true);
	saveProblemPageDraft(place, '');
	expect(storedValues.size).toBe(0);
});
