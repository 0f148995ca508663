import * as v from 'valibot';
import { browserValueStore } from '#lib/browser-values.ts';
import { idSchema } from '#lib/domain/identity.ts';
import { parseWithSchema } from '#lib/domain/parse.ts';
import { privateLinksStorageKey, privateLinkDraftKeyPrefix } from '#lib/domain/storage-keys.ts';

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

/** Identifies a draft: whose it is (null for a visitor), on which problem's page, and in which form. */
export interface ProblemPageDraftKey {
	account: string | null;
	/** Token of the private link, or the problem's id on the page that an account opens. */
	link: string;
	form: 'card' | 'reply';
}

const problemPageStorageKey = ({ account, link, form }: ProblemPageDraftKey): string =>
	`${privateLinkDraftKeyPrefix(account)}${link}.${form}`;

export const loadProblemPageDraft = (place: ProblemPageDraftKey): string =>
	browserValueStore.read(problemPageStorageKey(place)) ?? '';

export const loadCardDraft = (place: ProblemPageDraftKey): unknown =>
	browserValueStore.readJson(problemPageStorageKey(place));

/** Stores the draft, or removes it when `text` is empty. */
export function saveProblemPageDraft(place: ProblemPageDraftKey, text: string): void {
	if (text === '') browserValueStore.remove(problemPageStorageKey(place));
	else browserValueStore.write(problemPageStorageKey(place), text);
}
