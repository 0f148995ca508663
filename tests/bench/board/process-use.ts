/** Reads the memory and processor time of a process, where the system reports them. */
import { readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const TICKS = 100;

export interface Use {
	/** Resident megabytes; NaN where the system does not report them. */
	megabytes: number;
	/** Seconds of processor time so far. */
	seconds: number;
}

export function useOf(process: number): Use {
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
