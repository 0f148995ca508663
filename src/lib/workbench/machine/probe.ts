/** Defines the questions that test a machine and its network, and their findings. */
export const QUESTIONS = ['compiler', 'frame', 'storage', 'events', 'compression', 'speed'] as const;
export type Question = (typeof QUESTIONS)[number];

/** `poor`: Braise runs with a limitation. `bad`: a lesson would not work. */
export type Grade = 'good' | 'poor' | 'bad';

export interface Finding {
	grade: Grade;
	/** Names and figures for the network's administrator, without sentences to translate. */
	detail: string;
}

export type Probe = (signal: AbortSignal) => Promise<Finding>;

/** Asks one question; without an answer within the limit the finding is bad, so that one probe never blocks the others. */
export async function askQuestion(probe: Probe, limit: number): Promise<Finding> {
	const abortController = new AbortController();
	let timer: ReturnType<typeof setTimeout> | undefined;
	const timeout = new Promise<Finding>((resolve) => {
		timer = setTimeout(() => resolve({ grade: 'bad', detail: `no answer in ${limit / 1000} s` }), limit);
	});
	try {
		return await Promise.race([probe(abortController.signal), timeout]);
	} catch (error) {
		return { grade: 'bad', detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
	} finally {
		clearTimeout(timer);
		abortController.abort();
	}
}
