/** Defines the questions that test a machine and its network, and their findings. */
export const MACHINE_QUESTIONS = ['compiler', 'frame', 'storage', 'events', 'compression', 'speed'] as const;
export type MachineQuestion = (typeof MACHINE_QUESTIONS)[number];

/** Grade of a finding. `poor`: Braise runs with a limitation. `bad`: a lesson would not work. */
export type ProbeGrade = 'good' | 'poor' | 'bad';

export interface ProbeFinding {
	grade: ProbeGrade;
	/** Names and figures for the network's administrator, the same in every language. */
	detail: string;
}

export type MachineProbe = (signal: AbortSignal) => Promise<ProbeFinding>;

/** Runs one probe of this machine or its network. One that takes longer than `limitMs` milliseconds gets the grade `bad`. */
export async function runProbe(probe: MachineProbe, limitMs: number): Promise<ProbeFinding> {
	const abortController = new AbortController();
	let timer: ReturnType<typeof setTimeout> | undefined;
	const timeoutFinding = new Promise<ProbeFinding>((resolve) => {
		timer = setTimeout(() => resolve({ grade: 'bad', detail: `no answer in ${limitMs / 1000} s` }), limitMs);
	});
	try {
		return await Promise.race([probe(abortController.signal), timeoutFinding]);
	} catch (error) {
		return { grade: 'bad', detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
	} finally {
		clearTimeout(timer);
		abortController.abort();
	}
}
