/** Which debate this tab was brought to: a page that is opened again leaves whoever went back to their program where they are. */

const keyOf = (assignment: string): string => `braise.debate.${assignment}`;

export function isLed(assignment: string, since: number): boolean {
	try {
		return sessionStorage.getItem(keyOf(assignment)) === String(since);
	} catch {
		return false;
	}
}

export function timesLed(assignment: string, since: number): void {
	try {
		sessionStorage.setItem(keyOf(assignment), String(since));
	} catch {
		// A browser that keeps nothing brings them there again.
	}
}
