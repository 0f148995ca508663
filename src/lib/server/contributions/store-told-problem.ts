import { and, count, eq, inArray, isNotNull, notExists, or } from 'drizzle-orm';
import { newId } from '#lib/domain/identity.ts';
import type { Person } from '#lib/domain/access.ts';
import { ANSWER_DUE_WORKING_DAYS } from '#lib/domain/problem-state.ts';
import { addWorkingDays } from '#lib/domain/dates.ts';
import type { SentProblem } from '#lib/wire/contribution.ts';
import { findMembershipId } from '#lib/server/access/index.ts';
import { createLinkToken, hashLinkToken } from '#lib/server/auth/one-time-link.ts';
import type { Database } from '#lib/server/db/database.ts';
import { problem, problemPhoto, contributorMail } from '#lib/server/db/schema/index.ts';
import { findProblemInvitation } from './invitations.ts';

/** Upper limit of uninvited problems that wait for the curators. */
const MOST_WAITING_PROBLEMS = 300;

export type StoreToldProblemResult =
	/** `link` is the token of the private link, of which only a hash is stored; null for a student, who gets no link. */
	{ kind: 'told'; link: string | null } | { kind: 'refused'; reason: 'forbidden' | 'link-over' | 'full' };

type ContributorAccount = Pick<Person, 'id' | 'role'> | null;

/**
 * Stores a problem. A student tells it within one of their classes; everyone else by an invitation, or without one. A problem
 * that is sent again with the same link is stored once and answered like the first time; only the contributor's name, contact, trade
 * and place may still be replaced.
 */
export async function storeToldProblem(
	database: Database,
	sent: SentProblem,
	contributor: ContributorAccount,
	now: Date
): Promise<StoreToldProblemResult> {
	const { language, trade, place, card } = sent;
	const commonColumns = { id: newId(), language, trade, place, card, createdAt: now, stateSince: now, lastWordAt: now };
	if (sent.classId !== null || contributor?.role === 'student') {
		const membershipId =
			contributor && sent.classId ? await findMembershipId(database, sent.classId, contributor.id) : undefined;
		if (membershipId === undefined) return { kind: 'refused', reason: 'forbidden' };
		const { classId } = sent;
		// A student has no link by which a problem that is sent again could be recognised.
		const isSameProblem = and(
			eq(problem.membershipId, membershipId),
			eq(problem.state, 'waiting'),
			eq(problem.card, card)
		);
		const sameProblems = await database.select({ id: problem.id }).from(problem).where(isSameProblem);
		if (sameProblems.length > 0) return { kind: 'told', link: null };
		await database
			.insert(problem)
			.values({ ...commonColumns, source: 'student', state: 'waiting', classId, membershipId, unclaimedSince: now });
		return { kind: 'told', link: null };
	}
	const linkToken = sent.link ?? createLinkToken();
	// A problem that is stored already is accepted again even when its invitation has ended or the queue is full.
	if (await isPrivateLinkStored(database, linkToken)) {
		await updateContributorColumns(database, linkToken, sent);
		return { kind: 'told', link: linkToken };
	}
	const invitation = sent.invitation === null ? null : await findProblemInvitation(database, sent.invitation, now);
	if (invitation === undefined) return { kind: 'refused', reason: 'link-over' };
	if (invitation === null && (await countWaitingProblems(database)) >= MOST_WAITING_PROBLEMS)
		return { kind: 'refused', reason: 'full' };
	const isNew = await database.transaction(async (transaction) => {
		const newRows = await transaction
			.insert(problem)
			.values({
				...commonColumns,
				tokenHash: hashLinkToken(linkToken),
				contributorName: sent.name,
				contact: sent.contact,
				contributorAccount: contributor?.id ?? null,
				answerDueAt: addWorkingDays(now, ANSWER_DUE_WORKING_DAYS),
				unclaimedSince: now,
				source: invitation ? 'invited' : 'visitor',
				state: invitation ? 'open' : 'waiting',
				invitedBy: invitation?.createdBy ?? null
			})
			.onConflictDoNothing({ target: problem.tokenHash })
			.returning({ id: problem.id });
		if (sent.photo && newRows.length > 0)
			await transaction.insert(problemPhoto).values({ problemId: commonColumns.id, ...sent.photo });
		return newRows.length > 0;
	});
	if (!isNew) await updateContributorColumns(database, linkToken, sent);
	return { kind: 'told', link: linkToken };
}

async function isPrivateLinkStored(database: Database, linkToken: string): Promise<boolean> {
	const rows = await database
		.select({ id: problem.id })
		.from(problem)
		.where(eq(problem.tokenHash, hashLinkToken(linkToken)));
	return rows.length > 0;
}

/** Changes nothing once somebody has claimed or declined the problem, or a mail to the contributor has left. */
async function updateContributorColumns(
	database: Database,
	linkToken: string,
	{ trade, place, name, contact }: SentProblem
): Promise<void> {
	const mailsToContributor = database
		.select()
		.from(contributorMail)
		.where(
			and(
				eq(contributorMail.problemId, problem.id),
				or(isNotNull(contributorMail.sentAt), isNotNull(contributorMail.takenAt))
			)
		);
	await database
		.update(problem)
		.set({ trade, place, contributorName: name, contact })
		.where(
			and(
				eq(problem.tokenHash, hashLinkToken(linkToken)),
				inArray(problem.state, ['waiting', 'open']),
				notExists(mailsToContributor)
			)
		);
}

async function countWaitingProblems(database: Database): Promise<number> {
	const [found] = await database
		.select({ waiting: count() })
		.from(problem)
		.where(and(eq(problem.state, 'waiting'), eq(problem.source, 'visitor')));
	return found?.waiting ?? 0;
}
