/** What the page's first script needs to know before any other has come: that this browser keeps work of a challenge. */
const key = (challenge: string) => `kept.${challenge}`;

export function rememberKept(challenge: string, kept: boolean): void {
	try {
		if (kept) localStorage.setItem(key(challenge), '1');
		else localStorage.removeItem(key(challenge));
	} catch {
		// Storage refused: then nothing is kept either.
	}
}

/** The work is there, or whoever sits here begins a new one: the page may be seen. */
export function uncover(): void {
	delete document.documentElement.dataset['kept'];
}
