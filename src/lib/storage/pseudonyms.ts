/** Stores co-authors' pseudonyms for pages without network, until the person leaves this computer. */
import * as v from 'valibot';
import { browserValues } from '#lib/browser-values.ts';

const KEY_PREFIX = 'braise.with.';
const namesSchema = v.record(v.string(), v.string());

export function pseudonymOf(account: string, other: string): string | undefined {
	return readNames(account)[other];
}

/** Stores pseudonyms by account. Where storage is refused, only pages that ask the server know them. */
export function storePseudonyms(account: string, names: Record<string, string>): void {
	browserValues.write(KEY_PREFIX + account, JSON.stringify({ ...readNames(account), ...names }));
}

export const forgetPseudonyms = (account: string): void => browserValues.remove(KEY_PREFIX + account);

function readNames(account: string): Record<string, string> {
	const result = v.safeParse(namesSchema, browserValues.readJson(KEY_PREFIX + account));
	return result.success ? result.output : {};
}
