/** Measures what a compile takes by what this process has worked meanwhile: a machine with much else to do ends nothing. */

const TICK = 50;
/** Milliseconds of real time after which nothing more is expected, whatever was worked. */
const LONGEST = 60_000;

/** Calls back once this process has worked so many milliseconds, all of its threads together. Returns what calls it off. */
export function afterWork(milliseconds: number, callback: () => void): () => void {
	const [begun, worked] = [performance.now(), process.cpuUsage()];
	const timer = setInterval(() => {
		const { user, system } = process.cpuUsage(worked);
		if ((user + system) / 1000 < milliseconds && performance.now() - begun < LONGEST) return;
		clearInterval(timer);
		callback();
	}, TICK);
	return () => clearInterval(timer);
}
