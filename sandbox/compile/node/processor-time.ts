/** Timeouts in processor time, so that a compile has the same limit on a busy machine. */

const TICK_MILLISECONDS = 50;
/** Milliseconds of real time after which the callback runs in any case. */
const LONGEST_WAIT_MILLISECONDS = 60_000;

/**
 * Calls back once all threads of this process together have used so many milliseconds. Returns a function that cancels the timer.
 */
export function startProcessorTimer(milliseconds: number, callback: () => void): () => void {
	const [begun, worked] = [performance.now(), process.cpuUsage()];
	const timer = setInterval(() => {
		const { user, system } = process.cpuUsage(worked);
		if ((user + system) / 1000 < milliseconds && performance.now() - begun < LONGEST_WAIT_MILLISECONDS) return;
		clearInterval(timer);
		callback();
	}, TICK_MILLISECONDS);
	return () => clearInterval(timer);
}
