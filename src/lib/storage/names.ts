/** Pseudonyms of co-authors for pages without network, erased when the person leaves this computer. */
import * as v from 'valibot';

const PREFIX = 'braise.with.';
const Names = v.record(v.string(), v.string());

export function nameOf(account: string, other: string): string | undefined {
	return read(account)[other];
}

export function keepNames(account: string, names: Record<string, string>): void {
	try {
		localStorage.setItem(PREFIX + account, JSON.stringify({ ...read(account), ...names }));
	} catch {
		// The names are then known only to pages that ask the server.
		return;
	}
}

export function forgetNames(account: string): void {
	try {
		localStorage.removeItem(PREFIX + account);
	} catch {
		return;
	}
}

function read(account: string): Record<string, string> {
	try {
		const result = v.safeParse(Names, JSON.parse(localStorage.getItem(PREFIX + account) ?? '{}'));
		return result.success ? result.output : {};
	} catch {
		return {};
	}
}
