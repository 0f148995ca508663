/**
 * How many times slower than alone something runs just now, since other programs want the processor too. What a limit is compared with
 * is then what the program needs, not what the machine is doing beside it.
 */
const SPIN = 60;

export function busyness(): number {
	const begun = performance.now();
	const before = process.cpuUsage();
	while (performance.now() - begun < SPIN);
	const { user, system } = process.cpuUsage(before);
	return Math.max(1, (performance.now() - begun) / Math.max(1, (user + system) / 1000));
}
