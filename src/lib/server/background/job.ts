/** A kind of work that does not keep anyone waiting. It may be done twice, after a process died: doing it again must change nothing. */
import * as v from 'valibot';

export interface Job<Data extends Record<string, string>> {
	/** Letters, digits and dots. */
	name: string;
	/** Ids: the work reads the rest when it is done. */
	data: v.GenericSchema<unknown, Data>;
	/** When to do it without being asked, with empty data: minute, hour, day, month and weekday, in French time. */
	schedule?: string;
	/** Seconds after which it counts as lost, and is done again. */
	within: number;
	/** How often it is tried again when it throws, each time after a longer pause. */
	retries: number;
	perform(data: Data): Promise<void>;
}

/** For a list of jobs of many kinds. */
export interface AnyJob extends Omit<Job<Record<string, string>>, 'data' | 'perform'> {
	/** Parses, then performs. */
	receive(data: unknown): Promise<void>;
}

export function defined<Data extends Record<string, string>>(job: Job<Data>): AnyJob {
	return { ...job, receive: async (data) => job.perform(v.parse(job.data, data)) };
}
