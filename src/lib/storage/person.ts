/** Holds the person this page was made for, set by the layout before any storage opens. */
import { browserValueStore } from '#lib/browser-values.ts';
import type { Pair } from '#lib/domain/access.ts';

/** Recreating such an account's database, even empty, would reveal the account to the next person here. */
const departedAccounts = new Set<string>();

export const markAccountDeparted = (account: string): void => void departedAccounts.add(account);
export const unmarkAccountDeparted = (account: string): void => void departedAccounts.delete(account);
export const hasAccountDeparted = (account: string): boolean => departedAccounts.has(account);

let accountId: string | null = null;
let pairAtMachine: Pair | undefined;

const PEOPLE_STORAGE_KEY = 'braise.person';

export function accountOfPage(): string | null {
	return accountId;
}

export function pairOfPage(): Pair | undefined {
	return pairAtMachine;
}

/**
 * Returns the account ids of a new work's authors in this person's storage: both students of the pair at this machine, else none.
 */
export function authorsAtMachine(account: string | null): string[] {
	return account !== null && account === accountId && pairAtMachine ? [account, pairAtMachine.other.id] : [];
}

/** Sets the page's person, and tells other tabs through localStorage, the only storage that can be read without waiting. */
export function setPersonOfPage(account: string | null, pair?: Pair): void {
	accountId = account;
	pairAtMachine = pair;
	browserValueStore.write(PEOPLE_STORAGE_KEY, formatPeopleForStorage());
}

/**
 * Calls back when another tab has changed the person or pair, also when the machine wakes or the page returns from the
 * back-forward cache.
 */
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
	const now = browserValueStore.read(PEOPLE_STORAGE_KEY);
	return now !== null && now !== formatPeopleForStorage();
}

const formatPeopleForStorage = (): string => (accountId ?? '') + (pairAtMachine ? ` ${pairAtMachine.id}` : '');
