import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { followDraftKeyPrefix, privateLinksKey, tellDraftKey, tellPhotoKey } from '#lib/domain/teller-storage-keys.ts';
import { stubLocalStorage } from '#lib/domain/testing/local-storage.ts';
import { erasePersonFromBrowser } from './leave.ts';

afterEach(() => vi.unstubAllGlobals());

test('with a person who leaves go the links, drafts and photo of their problems, and nobody else’s', async () => {
	const of = (account: string | null) => [
		tellDraftKey(account),
		tellPhotoKey(account),
		privateLinksKey(account),
		`${followDraftKeyPrefix(account)}link.reply`
	];
	const storedValues = stubLocalStorage(new Map([...of('one'), ...of('two'), ...of(null)].map((key) => [key, 'kept'])));
	await erasePersonFromBrowser('one');
	expect([...storedValues.keys()].sort()).toEqual([...of('two'), ...of(null)].sort());
});
