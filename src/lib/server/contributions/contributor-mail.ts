import { and, eq, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import {
	parseContactEmail,
	mergeContributorNews,
	parseContributorNews,
	computeSecondsUntilMail,
	type ContributorNews
} from '#lib/domain/problem-state.ts';
import type { Database } from '#lib/server/db/database.ts';
import { problem, contributorMail } from '#lib/server/db/schema/index.ts';
import { isPermanentMailError, type Mail } from '#lib/server/mail/transport.ts';
import type { ProblemRow } from './problem-queries.ts';
import type { Language } from '#lib/domain/language.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/localize-href.ts';
import { environment } from '#lib/server/environment.ts';

type LocaleOptions = { locale: Language };

const CONTRIBUTOR_NEWS_TEXTS: Record<
	ContributorNews,
	(values: Record<string, never>, options: LocaleOptions) => string
> = {
	question: m.contributor_mail_question,
	claim: m.contributor_mail_claim,
	decline: m.contributor_mail_decline,
	shown: m.contributor_mail_shown,
	published: m.contributor_mail_published,
	summary: m.contributor_mail_summary
};

/**
 * Writes the mail in the language in which the problem was told. Only a hash of the private link is stored, so the mail names
 * the beginning of its address, by which the contributor finds the link.
 */
function writeContributorMailText(
	{ language, createdAt, contributorAccount }: Pick<ProblemRow, 'language' | 'createdAt' | 'contributorAccount'>,
	contributorNews: ContributorNews[]
): Pick<Mail, 'subject' | 'text'> {
	const localeOptions: LocaleOptions = { locale: language };
	const addressOf = (path: string) => `${environment().origin ?? ''}${localizeHref(path, localeOptions)}`;
	const toldDate = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(createdAt);
	const paragraphs = [
		m.contributor_mail_hello({ date: toldDate }, localeOptions),
		contributorNews.map((one) => `- ${CONTRIBUTOR_NEWS_TEXTS[one]({}, localeOptions)}`).join('\n'),
		m.contributor_mail_link({ address: addressOf('/follow/') }, localeOptions),
		...(contributorAccount === null ? [] : [m.contributor_mail_page({ address: addressOf('/me') }, localeOptions)]),
		m.contributor_mail_end({}, localeOptions)
	];
	return { subject: m.contributor_mail_subject({}, localeOptions), text: `${paragraphs.join('\n\n')}\n` };
}

/** Milliseconds for which only the process that began to send a mail may send it. */
const SENDING_LEASE_MILLISECONDS = 3 * 60 * 1000;
/** Milliseconds after which waiting news counts as lost and is queued again: longer than the pause and all attempts together. */
const LOST_NEWS_MILLISECONDS = 3 * 60 * 60 * 1000;

/** Returns the address for mail about a problem; undefined when the contributor gave none, and for a student's card. */
export const contributorMailAddressOf = ({
	source,
	contact
}: Pick<ProblemRow, 'source' | 'contact'>): string | undefined =>
	source === 'student' ? undefined : parseContactEmail(contact);

/** Stores news for the contributor. Returns the seconds until the news may be mailed; undefined when no mail is to be sent. */
export async function storeContributorNews(
	database: Database,
	problemId: string,
	contributorNews: ContributorNews,
	now: Date
): Promise<number | undefined> {
	return database.transaction(async (transaction) => {
		const [row] = await transaction.select().from(problem).where(eq(problem.id, problemId)).for('update');
		if (row === undefined || contributorMailAddressOf(row) === undefined) return undefined;
		const [waiting] = await transaction.select().from(contributorMail).where(eq(contributorMail.problemId, problemId));
		const newsColumns = {
			news: mergeContributorNews(parseContributorNews(waiting?.news), [contributorNews]),
			waitingSince: waiting?.waitingSince ?? now
		};
		await transaction
			.insert(contributorMail)
			.values({ problemId, ...newsColumns })
			.onConflictDoUpdate({ target: contributorMail.problemId, set: newsColumns });
		return computeSecondsUntilMail(waiting?.sentAt ?? null, now);
	});
}

/** Thrown when another process is sending the mail, which is then tried again. */
export class ContributorMailDelayed extends Error {
	override name = 'TellerMailDelayed';
}

/** Mails a contributor the waiting news and returns 0. When it is too early, mails nothing and returns the seconds to wait. */
export async function mailContributorNews(
	database: Database,
	problemId: string,
	send: (mail: Mail) => Promise<void>,
	now: Date
): Promise<number> {
	const [row] = await database.select().from(problem).where(eq(problem.id, problemId));
	// The contact is read only now, so that a contributor who erased it gets no mail about earlier news.
	const to = row && contributorMailAddressOf(row);
	if (row === undefined || to === undefined) {
		await deleteContributorNews(database, problemId);
		return 0;
	}
	const [waiting] = await database.select().from(contributorMail).where(eq(contributorMail.problemId, problemId));
	const waitingNews = parseContributorNews(waiting?.news);
	if (waiting === undefined || waitingNews.length === 0) return 0;
	const seconds = computeSecondsUntilMail(waiting.sentAt, now);
	if (seconds > 0) return seconds;
	if (!(await takeSendingLease(database, problemId, now)))
		throw new ContributorMailDelayed('Another process is sending it.');
	try {
		await send({ to, ...writeContributorMailText(row, waitingNews) });
	} catch (error) {
		await database.update(contributorMail).set({ takenAt: null }).where(eq(contributorMail.problemId, problemId));
		if (!isPermanentMailError(error)) throw error;
		await recordMailFailure(database, problemId, now);
		return 0;
	}
	await recordSentNews(database, problemId, waitingNews, now);
	return 0;
}

async function takeSendingLease(database: Database, problemId: string, now: Date): Promise<boolean> {
	const freeLeaseCondition = or(
		isNull(contributorMail.takenAt),
		lt(contributorMail.takenAt, new Date(now.getTime() - SENDING_LEASE_MILLISECONDS))
	);
	const leases = await database
		.update(contributorMail)
		.set({ takenAt: now })
		.where(and(eq(contributorMail.problemId, problemId), freeLeaseCondition))
		.returning({ problemId: contributorMail.problemId });
	return leases.length > 0;
}

/** Records the sent mail. News that came while the mail was sent stays in the row. */
async function recordSentNews(
	database: Database,
	problemId: string,
	sentNews: ContributorNews[],
	now: Date
): Promise<void> {
	await database.transaction(async (transaction) => {
		const [row] = await transaction
			.select()
			.from(contributorMail)
			.where(eq(contributorMail.problemId, problemId))
			.for('update');
		const remainingNews = parseContributorNews(row?.news).filter((news) => !sentNews.includes(news));
		await transaction
			.update(contributorMail)
			.set({
				news: remainingNews,
				waitingSince: remainingNews.length > 0 ? now : null,
				sentAt: now,
				takenAt: null,
				failedAt: null
			})
			.where(eq(contributorMail.problemId, problemId));
	});
}

/** For the teacher who claimed the problem. The waiting news is tried again with the next news. */
export async function recordMailFailure(database: Database, problemId: string, now: Date): Promise<void> {
	await database
		.update(contributorMail)
		.set({ failedAt: now, takenAt: null })
		.where(and(eq(contributorMail.problemId, problemId), isNotNull(contributorMail.waitingSince)));
}

/** Finds problems with waiting news that no job will mail any more, as after a process that died. */
export async function findProblemsWithLostNews(database: Database, now: Date): Promise<string[]> {
	const rows = await database
		.select({ id: contributorMail.problemId })
		.from(contributorMail)
		.where(
			and(
				isNull(contributorMail.failedAt),
				lte(contributorMail.waitingSince, new Date(now.getTime() - LOST_NEWS_MILLISECONDS)),
				sql`${contributorMail.news} <> '[]'::jsonb`
			)
		);
	return rows.map(({ id }) => id);
}

export async function deleteContributorNews(database: Database, problemId: string): Promise<void> {
	await database.delete(contributorMail).where(eq(contributorMail.problemId, problemId));
}

/** Returns when the last mail to the contributor failed for good; null when none has. */
export async function findMailFailureDate(database: Database, problemId: string): Promise<Date | null> {
	const [row] = await database
		.select({ failedAt: contributorMail.failedAt })
		.from(contributorMail)
		.where(eq(contributorMail.problemId, problemId));
	return row?.failedAt ?? null;
}
