/** The person this page was made for, set by the layout before any storage opens. */
import type { Pair } from '#lib/domain/person.ts';

let accountId: string | null = null;
let pairAtMachine: Pair | undefined;

const STORAGE_KEY = 'braise.person';

export function accountOfPage(): string | null {
	return accountId;
}

export function pairOfPage(): Pair | undefined {
	return pairAtMachine;
}

/** Returns the authors of a new work in this person's storage; empty for a student alone. */
export function authorsAtMachine(account: string | null): string[] {
	return account !== null && account === accountId && pairAtMachine ? [account, pairAtMachine.other.id] : [];
}

/** Also tells other tabs through localStorage, which alone is read without waiting. */
export function setPersonOfPage(account: string | null, pair?: Pair): void {
	accountId = account;
	pairAtMachine = pair;
	try {
		localStorage.setItem(STORAGE_KEY, peopleKey());
	} catch {
		return;
	}
}

/** Calls back when another tab belongs to another person or pair, also after sleep or a return from the back-forward cache. */
export function watchPerson(onchange: () => void): () => void {
	const checkPerson = () => {
		if (hasPersonChanged()) onchange();
	};
	addEventListener('storage', checkPerson);
	addEventListener('pageshow', checkPerson);
	document.addEventListener('visibilitychange', checkPerson);
	return () => {
		removeEventListener('storage', checkPerson);
		removeEventListener('pageshow', checkPerson);
		document.removeEventListener('visibilitychange', checkPerson);
	};
}

function hasPersonChanged(): boolean {
	try {
		const now = localStorage.getItem(STORAGE_KEY);
		return now !== null && now !== peopleKey();
	} catch {
		return false;
	}
}

const peopleKey = (): string => (accountId ?? '') + (pairAtMachine ? ` ${pairAtMachine.id}` : '');
