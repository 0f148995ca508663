import * as v from 'valibot';
import { browserValueStore } from '#lib/browser-values.ts';
import { parseWithSchema } from '#lib/domain/parse.ts';
import { accountOfPage, pairOfPage } from './person.ts';

const PSEUDONYMS_KEY_PREFIX = 'braise.with.';
const pseudonymsSchema = v.record(v.string(), v.string());

/** Returns a co-author's pseudonym: of the pair at this machine, else as stored here; undefined when it is not known. */
export function coAuthorNameOf(coAuthor: string): string | undefined {
	const pairPartner = pairOfPage()?.other;
	return pairPartner?.id === coAuthor ? pairPartner.name : readPseudonyms(accountOfPage() ?? '')[coAuthor];
}

/** Stores pseudonyms by account. Where storage is refused, only pages that ask the server know them. */
export function storePseudonyms(account: string, pseudonymsByAccount: Record<string, string>): void {
	browserValueStore.write(
		PSEUDONYMS_KEY_PREFIX + account,
		JSON.stringify({ ...readPseudonyms(account), ...pseudonymsByAccount })
	);
}

export const forgetPseudonyms = (account: string): void => browserValueStore.remove(PSEUDONYMS_KEY_PREFIX + account);

const readPseudonyms = (account: string): Record<string, string> =>
	parseWithSchema(pseudonymsSchema, browserValueStore.readJson(PSEUDONYMS_KEY_PREFIX + account)) ?? {};
