/** The person this page was made for, set by the layout before any storage opens. */
import type { Pair } from '#lib/domain/person.ts';

let person: string | null = null;
let together: Pair | undefined;

const KEY = 'braise.person';

export function personOfPage(): string | null {
	return person;
}

export function pairOfPage(): Pair | undefined {
	return together;
}

/** Returns the authors of a new work in this person's storage; empty for a student alone. */
export function authorsHere(account: string | null): string[] {
	return account !== null && account === person && together ? [account, together.other.id] : [];
}

/** Also tells other tabs through localStorage, which alone is read without waiting. */
export function setPersonOfPage(account: string | null, pair?: Pair): void {
	person = account;
	together = pair;
	try {
		localStorage.setItem(KEY, sittingHere());
	} catch {
		return;
	}
}

/** Calls back when another tab belongs to another person or pair, also after sleep or a return from the back-forward cache. */
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
