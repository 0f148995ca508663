/** Values that rise or fall smoothly between two moments. */

function ease(part: number): number {
	const within = Math.min(1, Math.max(0, part));
	return within * within * (3 - 2 * within);
}

/** Returns how far `time` is from one moment to another, from 0 to 1. It rises slowly at both ends. */
export const between = (time: number, from: number, to: number): number => ease((time - from) / (to - from));
