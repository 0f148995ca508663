import * as v from 'valibot';
import type { ContributorNews } from '#lib/domain/problem-state.ts';
import { type BackgroundJob, queueJob } from '#lib/server/background/queue.ts';
import { database } from '#lib/server/db/index.ts';
import { logFailure } from '#lib/server/log/index.ts';
import { canSendMail, sendMail } from '#lib/server/mail/transport.ts';
import {
	findProblemsWithLostNews,
	recordMailFailure,
	mailContributorNews,
	storeContributorNews
} from './contributor-mail.ts';

const CONTRIBUTOR_MAIL_JOB_NAME = 'teller.mail';

/** Only if mail is configured. Never throws, because what the news is about is stored already. */
export async function queueContributorMail(problemId: string, contributorNews: ContributorNews): Promise<void> {
	if (!canSendMail()) return;
	try {
		const seconds = await storeContributorNews(database(), problemId, contributorNews, new Date());
		if (seconds !== undefined) await queueJob(CONTRIBUTOR_MAIL_JOB_NAME, { problemId }, seconds);
	} catch (error) {
		logFailure('mail.failed', error);
	}
}

export const contributorMailJob: BackgroundJob<{ problemId: string }> = {
	name: CONTRIBUTOR_MAIL_JOB_NAME,
	dataSchema: v.object({ problemId: v.string() }),
	timeoutSeconds: 120,
	// Retries after one minute, two, four and so on, for about an hour in all.
	retries: 6,
	retryDelaySeconds: 60,
	async perform({ problemId }) {
		if (!canSendMail()) return;
		const seconds = await mailContributorNews(database(), problemId, sendMail, new Date());
		if (seconds > 0) await queueJob(CONTRIBUTOR_MAIL_JOB_NAME, { problemId }, seconds);
	},
	giveUp: ({ problemId }) => recordMailFailure(database(), problemId, new Date())
};

export const lostContributorNewsJob: BackgroundJob<Record<string, never>> = {
	name: 'teller.mail.search',
	dataSchema: v.object({}),
	schedule: '17 * * * *',
	timeoutSeconds: 300,
	retries: 1,
	async perform() {
		for (const problemId of await findProblemsWithLostNews(database(), new Date()))
			await queueJob(CONTRIBUTOR_MAIL_JOB_NAME, { problemId }, 0);
	}
};
