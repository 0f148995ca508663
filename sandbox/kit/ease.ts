/** Computes a value that rises smoothly between two moments. */

function easeInAndOut(fraction: number): number {
	const clampedFraction = Math.min(1, Math.max(0, fraction));
	return clampedFraction * clampedFraction * (3 - 2 * clampedFraction);
}

/** Returns a value that rises from 0 at the moment `from` to 1 at the moment `to`, slowly at both ends. */
export const between = (time: number, from: number, to: number): number => easeInAndOut((time - from) / (to - from));
