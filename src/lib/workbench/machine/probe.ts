/** What is asked of a machine and of a network, and what comes of it. */
export const QUESTIONS = ['compiler', 'frame', 'storage', 'events', 'compression', 'speed'] as const;
export type Question = (typeof QUESTIONS)[number];

/** `poor`: Braise runs, with something less. `bad`: something that a lesson needs does not work. */
export type Grade = 'good' | 'poor' | 'bad';

export interface Finding {
	grade: Grade;
	/** For the network's administrator: names and figures, no sentence. */
	detail: string;
}

export type Probe = (signal: AbortSignal) => Promise<Finding>;

/** A question without an answer in time is a bad one, and never keeps the others from being asked. */
export async function ask(probe: Probe, limit: number): Promise<Finding> {
	const leaving = new AbortController();
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<Finding>((resolve) => {
		timer = setTimeout(() => resolve({ grade: 'bad', detail: `no answer in ${limit / 1000} s` }), limit);
	});
	try {
		return await Promise.race([probe(leaving.signal), late]);
	} catch (error) {
		return { grade: 'bad', detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
	} finally {
		clearTimeout(timer);
		leaving.abort();
	}
}
