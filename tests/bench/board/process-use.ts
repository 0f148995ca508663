/** Reads memory and processor time of a process, on systems that report them. */
import { readFileSync } from 'node:fs';

/** Ticks per second in which Linux counts processor time. */
const TICKS = 100;

export interface ProcessUse {
	/** Megabytes of resident memory; NaN where the system does not report them. */
	megabytes: number;
	/** Seconds of processor time so far. */
	seconds: number;
}

export function processUseOf(process: number): ProcessUse {
	try {
		const resident = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1];
		const fields = readFileSync(`/proc/${process}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
		return {
			megabytes: Math.round(Number(resident) / 1024),
			seconds: (Number(fields[11]) + Number(fields[12])) / TICKS
		};
	} catch {
		return { megabytes: NaN, seconds: NaN };
	}
}
