import { readFileSync } from 'node:fs';

const PROCESSOR_TICKS_PER_SECOND = 100;

export interface ProcessUse {
	/** Megabytes of resident memory; NaN where the system does not report them. */
	megabytes: number;
	/** Seconds of processor time so far. */
	seconds: number;
}

export function processUseOf(process: number): ProcessUse {
	try {
		const residentKilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1];
		const statFields = readFileSync(`/proc/${process}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
		return {
			megabytes: Math.round(Number(residentKilobytes) / 1024),
			seconds: (Number(statFields[11]) + Number(statFields[12])) / PROCESSOR_TICKS_PER_SECOND
		};
	} catch {
		return { megabytes: NaN, seconds: NaN };
	}
}
