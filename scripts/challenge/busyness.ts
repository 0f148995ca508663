/**
 * How many times slower than alone something runs, since other programs want the processor too: told by how much of it this one gets,
 * asking for all it can get in the meantime. What a limit is compared with is then what a program needs, not what the machine does beside it.
 */
const SPIN = 4;

export async function timed<Value>(work: Promise<Value>): Promise<{ value: Value; busyness: number }> {
	let over = false;
	const value = work.finally(() => (over = true));
	const begun = performance.now();
	const before = process.cpuUsage();
	while (!over) {
		const spun = performance.now();
		while (performance.now() - spun < SPIN);
		await new Promise((resume) => setImmediate(resume));
	}
	const { user, system } = process.cpuUsage(before);
	const own = Math.max(1, (user + system) / 1000);
	return { value: await value, busyness: Math.max(1, (performance.now() - begun) / own) };
}
