/** Stores in this browser the private links of problems that were told in it. */
import * as v from 'valibot';
import { browserValueStore } from '#lib/browser-values.ts';
import { idSchema } from '#lib/domain/identity.ts';
import { parseWithSchema } from '#lib/domain/parse.ts';
import { privateLinksStorageKey } from '#lib/domain/storage-keys.ts';

export interface PrivateLink {
	/** Token of the private link. */
	link: string;
	/** When the problem was sent, in milliseconds. */
	at: number;
}

/** Upper limit of stored links; a further link replaces the oldest. */
const MOST_STORED_LINKS = 10;

const privateLinksSchema = v.array(v.object({ link: idSchema, at: v.number() }));

/** Makes a private link's token, as long as the server's. Uses getRandomValues, which also works over plain http. */
export const createPrivateLinkToken = (): string =>
	Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Returns the private links stored for the account, or for visitors when `account` is null; newest first. */
export const loadPrivateLinks = (account: string | null): PrivateLink[] =>
	parseWithSchema(privateLinksSchema, browserValueStore.readJson(privateLinksStorageKey(account))) ?? [];

export function storePrivateLink(account: string | null, kept: PrivateLink): void {
	const links = [kept, ...loadPrivateLinks(account)].slice(0, MOST_STORED_LINKS);
	browserValueStore.write(privateLinksStorageKey(account), JSON.stringify(links));
}

export function removePrivateLink(account: string | null, link: string): void {
	const links = loadPrivateLinks(account).filter((each) => each.link !== link);
	if (links.length === 0) removePrivateLinks(account);
	else browserValueStore.write(privateLinksStorageKey(account), JSON.stringify(links));
}

export const removePrivateLinks = (account: string | null): void =>
	browserValueStore.remove(privateLinksStorageKey(account));
