import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stubLocalStorage } from '#lib/domain/testing/local-storage.ts';
import { privateLinksStorageKey } from '#lib/domain/storage-keys.ts';
import {
	removePrivateLink,
	removePrivateLinks,
	storePrivateLink,
	loadPrivateLinks,
	createPrivateLinkToken
} from './private-links.ts';

let storedValues: Map<string, string>;
beforeEach(() => {
	storedValues = stubLocalStorage();
});
afterEach(() => vi.unstubAllGlobals());

test('links are listed newest first, only for the same person, until they are removed', () => {
	storePrivateLink(null, { link: 'first', at: 1 });
	storePrivateLink(null, { link: 'second', at: 2 });
	expect(loadPrivateLinks(null).map(({ link }) => link)).toEqual(['second', 'first']);
	expect(loadPrivateLinks('someone')).toEqual([]);
	removePrivateLink(null, 'second');
	expect(loadPrivateLinks(null).map(({ link }) => link)).toEqual(['first']);
	removePrivateLinks(null);
	expect(loadPrivateLinks(null)).toEqual([]);
});

test('each new link is different and has the format that the server accepts', () => {
	const [link, otherLink] = [createPrivateLinkToken(), createPrivateLinkToken()];
	expect(link).toMatch(/^[0-9a-f]{48}$/);
	expect(otherLink).not.toBe(link);
});

test.each(['', '{', '{}', '[{"link":"../x","at":1}]', 'null'])('invalid stored text (%s) gives no links', (text) => {
	storedValues.set(privateLinksStorageKey(null), text);
	expect(loadPrivateLinks(null)).toEqual([]);
});
