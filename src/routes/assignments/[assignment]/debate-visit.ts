/** Remembers which debate this tab was brought to, so that a reload does not repeat it. */

const keyOf = (assignment: string): string => `braise.debate.${assignment}`;

export function wasBrought(assignment: string, since: number): boolean {
	try {
		return sessionStorage.getItem(keyOf(assignment)) === String(since);
	} catch {
		return false;
	}
}

export function rememberBrought(assignment: string, since: number): void {
	try {
		sessionStorage.setItem(keyOf(assignment), String(since));
	} catch {
		// Without storage, a reload brings the student to the debate again.
	}
}
