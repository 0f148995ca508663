import { readFileSync } from 'node:fs';
import type { CDPSession } from 'playwright';
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

export interface MemoryUse {
	/** Megabytes of the page's objects after garbage collection. */
	heap: number;
	/**
	 * Megabytes of all processes of the Chromium that this process started. Memory that they share is divided among them. Null
	 * where the system does not report it.
	 */
	processes: number | null;
	nodes: number;
	listeners: number;
}

export async function measureBrowserMemory(session: CDPSession, parentProcessId: number): Promise<MemoryUse> {
	await session.send('HeapProfiler.collectGarbage');
	await session.send('HeapProfiler.collectGarbage');
	const { metrics } = await session.send('Performance.getMetrics');
	const readMetric = (name: string) => metrics.find((one) => one.name === name)?.value ?? NaN;
	return {
		heap: toMegabytes(readMetric('JSHeapUsedSize')),
		processes: measureProcessTreeMemory(parentProcessId),
		nodes: readMetric('Nodes'),
		listeners: readMetric('JSEventListeners')
	};
}

function toMegabytes(bytes: number): number {
	return Number((bytes / 1024 / 1024).toFixed(1));
}

function measureProcessTreeMemory(rootProcessId: number): number | null {
	try {
		const chromiumProcesses = listProcessTree(rootProcessId).filter(({ name }) => /chrom/i.test(name));
		const kilobytes = chromiumProcesses.reduce((sum, { id }) => {
			const rollup = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8');
			return sum + Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
		}, 0);
		return toMegabytes(kilobytes * 1024);
	} catch {
		return null;
	}
}
