import { execFileSync } from 'node:child_process';

interface RunningProcess {
	id: number;
	/** Kilobytes of resident memory. */
	kilobytes: number;
	name: string;
}

/** Returns the process and all its descendants; throws on a system without `ps`. */
export function listProcessTree(rootProcessId: number): RunningProcess[] {
	const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,rss=,comm='], { encoding: 'utf8' }).trim().split('\n');
	const processes = rows.map((row) => {
		const [id, parent, kilobytes, name = ''] = row.trim().split(/\s+/);
		return { id: Number(id), parent: Number(parent), kilobytes: Number(kilobytes), name };
	});
	const family = processes.filter(({ id }) => id === rootProcessId);
	for (const { id } of family) family.push(...processes.filter(({ parent }) => parent === id));
	return family;
}
