/** Finds the address at which a challenge of a list opens. */
/** Returns the address of the assignment in the person's class if there is one, else of the challenge. */
export function chooseChallengeAddress(
	challengeId: string,
	classAssignment: { assignment: string } | undefined
): string {
	return classAssignment ? `/assignments/${classAssignment.assignment}` : `/challenges/${challengeId}`;
}
