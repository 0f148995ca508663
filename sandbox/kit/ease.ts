/** Smooth steps between two moments. */

function ease(part: number): number {
	const within = Math.min(1, Math.max(0, part));
	return within * within * (3 - 2 * within);
}

/** How far `time` is between two moments, from 0 to 1, smoothly. */
export const between = (time: number, from: number, to: number): number => ease((time - from) / (to - from));
