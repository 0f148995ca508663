/** Stores co-authors' pseudonyms for pages without network, until the person leaves this computer. */
import * as v from 'valibot';
import { browserValueStore } from '#lib/browser-values.ts';
import { parseWithSchema } from '#lib/domain/parse.ts';

const PSEUDONYMS_KEY_PREFIX = 'braise.with.';
const pseudonymsSchema = v.record(v.string(), v.string());

export function pseudonymOf(account: string, otherAccount: string): string | undefined {
	return readPseudonyms(account)[otherAccount];
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
