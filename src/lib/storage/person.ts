/**
 * For whom this page was made: whoever was signed in when it was. Set by the page's frame before anything opens a storage. Other tabs
 * learn of it through localStorage, which alone is heard at once and read without waiting.
 */
let person: string | null = null;

const KEY = 'braise.person';

export function personOfPage(): string | null {
	return person;
}

export function setPersonOfPage(account: string | null): void {
	person = account;
	try {
		localStorage.setItem(KEY, account ?? '');
	} catch {
		return;
	}
}

/** Calls when another tab has a page for somebody else: also after sleep, and back from the browser's page cache. */
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
		return now !== null && now !== (person ?? '');
	} catch {
		return false;
	}
}
