/**
 * For whom this page was made: whoever was signed in when it was. Set by the page's frame before anything opens a storage. Other tabs
 * learn of it through localStorage, which alone is heard at once and read without waiting.
 */
import type { Pair } from '../domain/person.ts';

let person: string | null = null;
let together: Pair | undefined;

const KEY = 'braise.person';

export function personOfPage(): string | null {
	return person;
}

/** The two who sit at this page, where there are two. */
export function pairOfPage(): Pair | undefined {
	return together;
}

/** Who makes what is begun in this person's storage now: nobody is named for one alone. */
export function authorsHere(account: string | null): string[] {
	return account !== null && account === person && together ? [account, together.other.id] : [];
}

export function setPersonOfPage(account: string | null, pair?: Pair): void {
	person = account;
	together = pair;
	try {
		localStorage.setItem(KEY, sittingHere());
	} catch {
		return;
	}
}

/** Calls when another tab has a page for somebody else, or for one more or less: also after sleep, and back from the browser's page cache. */
export function watchPerson(onchange: () => void): () => void {
	const look = () => {
		if (isOther()) onchange();
	};
	addEventListener('storage', look);
	addEventListener('pageshow', look);
	document.addEventListener('visibilitychange', look);
	return () => {
		removeEventListener('storage', look);
		removeEventListener('pageshow', look);
		document.removeEventListener('visibilitychange', look);
	};
}

function isOther(): boolean {
	try {
		const now = localStorage.getItem(KEY);
		return now !== null && now !== sittingHere();
	} catch {
		return false;
	}
}

const sittingHere = (): string => (person ?? '') + (together ? ` ${together.id}` : '');
