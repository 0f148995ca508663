/** Records for the page's first script that this browser holds work of a challenge. */
const key = (challenge: string) => `kept.${challenge}`;

export function rememberKept(challenge: string, kept: boolean): void {
	try {
		if (kept) localStorage.setItem(key(challenge), '1');
		else localStorage.removeItem(key(challenge));
	} catch {
		// Storage refused: then no work is saved either.
	}
}

/** Tells whether this browser may hold work of any challenge or assignment, without opening its storage. */
export function hasKept(): boolean {
	try {
		return Object.keys(localStorage).some((name) => name.startsWith(key('')));
	} catch {
		return false;
	}
}

/** Shows the page, once the work is loaded or a new one begins. */
export function uncover(): void {
	delete document.documentElement.dataset['kept'];
}
