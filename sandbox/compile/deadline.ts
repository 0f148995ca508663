/** Calls back when so much time has gone by in which this thread could have heard an answer. */

const TICK = 100;
/** A tick that comes later than this was held up by the machine: asleep, or with much else to do. */
const LONGEST_TICK = 2 * TICK;

/** Returns what calls it off. Time in which the machine slept does not count. */
export function afterTime(milliseconds: number, callback: () => void): () => void {
	let left = milliseconds;
	let last = performance.now();
	const timer = setInterval(
		() => {
			const now = performance.now();
			left -= Math.min(now - last, LONGEST_TICK);
			last = now;
			if (left > 0) return;
			clearInterval(timer);
			callback();
		},
		Math.min(TICK, milliseconds)
	);
	return () => clearInterval(timer);
}
