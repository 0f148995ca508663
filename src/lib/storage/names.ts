/** Pseudonyms of co-authors for pages without network, erased when the person leaves this computer. */
import * as v from 'valibot';

const KEY_PREFIX = 'braise.with.';
const namesSchema = v.record(v.string(), v.string());

export function pseudonymOf(account: string, other: string): string | undefined {
	return readNames(account)[other];
}

export function storeNames(account: string, names: Record<string, string>): void {
	try {
		localStorage.setItem(KEY_PREFIX + account, JSON.stringify({ ...readNames(account), ...names }));
	} catch {
		// The names are then known only to pages that ask the server.
		return;
	}
}

export function forgetPseudonyms(account: string): void {
	try {
		localStorage.removeItem(KEY_PREFIX + account);
	} catch {
		return;
	}
}

function readNames(account: string): Record<string, string> {
	try {
		const result = v.safeParse(namesSchema, JSON.parse(localStorage.getItem(KEY_PREFIX + account) ?? '{}'));
		return result.success ? result.output : {};
	} catch {
		return {};
	}
}
