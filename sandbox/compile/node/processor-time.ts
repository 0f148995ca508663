/** Timeouts in processor time, so that a busy machine does not shorten the limit of a compile. */

const TICK_MILLISECONDS = 50;
/** Milliseconds of real time after which the timeout fires in any case. */
const LONGEST_WAIT_MILLISECONDS = 60_000;

/** Calls back once this process has used so many milliseconds, all threads together. Returns a function that cancels it. */
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
