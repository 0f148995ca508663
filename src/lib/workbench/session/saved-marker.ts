/** Records for the page's first script that this browser holds work of a challenge. */
const markerKey = (challenge: string) => `kept.${challenge}`;

export function setSavedMarker(challenge: string, kept: boolean): void {
	try {
		if (kept) localStorage.setItem(markerKey(challenge), '1');
		else localStorage.removeItem(markerKey(challenge));
	} catch {
		// Storage refused: then no work is saved either.
	}
}

/** Tells whether this browser may hold work of any challenge or assignment, without opening its storage. */
export function hasSavedMarker(): boolean {
	try {
		return Object.keys(localStorage).some((name) => name.startsWith(markerKey('')));
	} catch {
		return false;
	}
}

/** Shows the page, once the work is loaded or a new one begins. */
export function revealPage(): void {
	delete document.documentElement.dataset['kept'];
}
