/** A timer that counts only the time in which this thread could have received an answer. */

const TICK_MILLISECONDS = 100;
/** Longest time that one tick counts. A tick that took longer means that the machine slept or was busy. */
const MAX_COUNTED_TICK_MILLISECONDS = 2 * TICK_MILLISECONDS;

/** Calls back after the given time, without the time in which the machine slept. Returns a function that cancels the timer. */
export function startAwakeTimer(milliseconds: number, callback: () => void): () => void {
	let remainingMilliseconds = milliseconds;
	let last = performance.now();
	const timer = setInterval(
		() => {
			const now = performance.now();
			remainingMilliseconds -= Math.min(now - last, MAX_COUNTED_TICK_MILLISECONDS);
			last = now;
			if (remainingMilliseconds > 0) return;
			clearInterval(timer);
			callback();
		},
		Math.min(TICK_MILLISECONDS, milliseconds)
	);
	return () => clearInterval(timer);
}
