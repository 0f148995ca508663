/** The definition of a background job. */
import * as v from 'valibot';

/** A background job. It may run twice when a process dies, so repeating it must change nothing. */
export interface BackgroundJob<Data extends Record<string, string>> {
	/** Name of letters, digits and dots. */
	name: string;
	/** Schema of the job's data. The data are only ids, because the job reads everything else when it runs. */
	dataSchema: v.GenericSchema<unknown, Data>;
	/** Cron expression in French time, for a job that also runs by itself, with empty data. */
	schedule?: string;
	/** Seconds after which a running job counts as lost and is delivered again. */
	timeoutSeconds: number;
	/** Retries after an error, with growing pauses. */
	retries: number;
	/** Seconds before the first retry; each later pause is twice as long. One second when absent. */
	retryDelaySeconds?: number;
	perform(data: Data): Promise<void>;
	/** Called after the last retry has failed. */
	giveUp?(data: Data): Promise<void>;
}

/** A job without its data type, so that one list can hold different jobs. */
export interface UntypedJob extends Omit<BackgroundJob<Record<string, string>>, 'perform' | 'giveUp'> {
	parseAndPerform(data: unknown): Promise<void>;
	giveUp(data: unknown): Promise<void>;
}

export function defineJob<Data extends Record<string, string>>(job: BackgroundJob<Data>): UntypedJob {
	return {
		...job,
		parseAndPerform: async (data) => job.perform(v.parse(job.dataSchema, data)),
		giveUp: async (data) => job.giveUp?.(v.parse(job.dataSchema, data))
	};
}
