/** Measures the memory of a process and all its descendants. */
import { execFileSync } from 'node:child_process';

/** Resident megabytes in total; NaN where the system does not report them. */
export function familyMemory(root: number): number {
	let rows: string[];
	try {
		rows = execFileSync('ps', ['-eo', 'pid=,ppid=,rss='], { encoding: 'utf8' }).trim().split('\n');
	} catch {
		return NaN;
	}
	const processes = rows.map((row) => {
		const [id = 0, parent = 0, kilobytes = 0] = row.trim().split(/\s+/).map(Number);
		return { id, parent, kilobytes };
	});
	const family = new Set([root]);
	// A child may precede its parent in the list.
	for (let before = 0; before < family.size;) {
		before = family.size;
		for (const { id, parent } of processes) if (family.has(parent)) family.add(id);
	}
	const held = processes.filter(({ id }) => family.has(id)).reduce((sum, { kilobytes }) => sum + kilobytes, 0);
	return Math.round(held / 1024);
}
