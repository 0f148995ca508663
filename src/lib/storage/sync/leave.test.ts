import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { followDraftKeyPrefix, privateLinksKey } from '#lib/domain/teller-keys.ts';
import { erasePersonHere } from './leave.ts';

afterEach(() => vi.unstubAllGlobals());

test('whoever leaves takes along the private links and the drafts of their problems, and nobody else’s', async () => {
	const of = (account: string | null) => [privateLinksKey(account), `${followDraftKeyPrefix(account)}link.reply`];
	const stored = new Map([...of('one'), ...of('two'), ...of(null)].map((key) => [key, 'kept']));
	const storage = {
		getItem: (key: string) => stored.get(key) ?? null,
		removeItem: (key: string) => stored.delete(key)
	};
	// The keys of a browser's storage are its own properties.
	vi.stubGlobal(
		'localStorage',
		new Proxy(storage, {
			ownKeys: () => [...stored.keys()],
			getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true })
		})
	);
	await erasePersonHere('one');
	expect([...stored.keys()].sort()).toEqual([...of('two'), ...of(null)].sort());
});
