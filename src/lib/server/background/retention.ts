/** Every night, what was kept until today goes. Each part of the product adds its own: what, and after how long, is in docs/privacy.md. */
import * as v from 'valibot';
import type { Database } from '../db/database.ts';
import { database } from '../db/index.ts';
import type { Job } from './job.ts';

/** Deletes what has come to its end by `now`. Doing it twice changes nothing. */
export type Retention = (database: Database, now: Date) => Promise<void>;

export const RETENTIONS: Retention[] = [];

export const retention: Job<Record<string, never>> = {
	name: 'retention',
	data: v.object({}),
	schedule: '30 3 * * *',
	within: 3600,
	retries: 3,
	async perform() {
		for (const retain of RETENTIONS) await retain(database(), new Date());
	}
};
