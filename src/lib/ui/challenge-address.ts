/** The address of a challenge in lists. */
/** Returns where a challenge opens: in the assignment of the person's class, if there is one. */
export function challengeAddress(challenge: string, given: { assignment: string } | undefined): string {
	return given ? `/assignments/${given.assignment}` : `/challenges/${challenge}`;
}
