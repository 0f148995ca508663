/** Values that rise or fall smoothly between two moments. */

function ease(fraction: number): number {
	const clampedFraction = Math.min(1, Math.max(0, fraction));
	return clampedFraction * clampedFraction * (3 - 2 * clampedFraction);
}

/** Returns how far `time` is from one moment to another, from 0 to 1. It rises slowly at both ends. */
export const between = (time: number, from: number, to: number): number => ease((time - from) / (to - from));
