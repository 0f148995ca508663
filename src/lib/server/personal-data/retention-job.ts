/** The nightly job that deletes expired data; docs/privacy.md lists the data and the periods. */
import * as v from 'valibot';
import { database } from '#lib/server/db/index.ts';
import { logEvent } from '#lib/server/log/index.ts';
import { deleteExpiredData } from './retention.ts';
import type { BackgroundJob } from '#lib/server/background/job.ts';

export const retentionJob: BackgroundJob<Record<string, never>> = {
	name: 'retention',
	dataSchema: v.object({}),
	schedule: '30 3 * * *',
	timeoutSeconds: 3600,
	retries: 3,
	async perform() {
		logEvent('retention.done', { ...(await deleteExpiredData(database(), new Date())) });
	}
};
