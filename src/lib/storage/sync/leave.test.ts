import { afterEach, expect, test, vi } from 'vitest';
import { followDraftKeyPrefix, privateLinksKey, tellDraftKey, tellPhotoKey } from '#lib/domain/teller-storage-keys.ts';
import { stubLocalStorage } from '#lib/domain/testing/local-storage.ts';
import { erasePersonFromBrowser } from './leave.ts';
import { startWithEmptyIndexedDb } from '#lib/storage/testing/indexed-db.ts';

startWithEmptyIndexedDb();

afterEach(() => vi.unstubAllGlobals());

test('with a person who leaves go the links, drafts and photo of their problems, and nobody else’s', async () => {
	const of = (account: string | null) => [
		tellDraftKey(account),
		tellPhotoKey(account),
		privateLinksKey(account),
		`${followDraftKeyPrefix(account)}link.reply`
	];
	const storedValues = stubLocalStorage(
		new Map([...of('leaving'), ...of('staying'), ...of(null)].map((key) => [key, 'kept']))
	);
	await erasePersonFromBrowser('leaving');
	expect([...storedValues.keys()].sort()).toEqual([...of('staying'), ...of(null)].sort());
});
