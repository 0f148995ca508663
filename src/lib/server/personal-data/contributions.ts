import { and, desc, eq, inArray, isNotNull, or } from 'drizzle-orm';
import { problemCardOfRow } from '#lib/server/contributions/problem-queries.ts';
import type { Database } from '#lib/server/db/database.ts';
import {
	approval,
	debateSummary,
	factAnswer,
	membership,
	problem,
	problemFolder,
	problemInvitation,
	problemMessage,
	problemPhoto,
	proposal,
	demo,
	contributorMail
} from '#lib/server/db/schema/index.ts';

/** Returns a person's data about problems of trades, without the hashes of private links. */
export async function contributionDataOf(database: Database, id: string) {
	const members = database.select({ id: membership.id }).from(membership).where(eq(membership.accountId, id));
	const problems = await database
		.select()
		.from(problem)
		.where(or(eq(problem.contributorAccount, id), inArray(problem.membershipId, members)))
		.orderBy(desc(problem.createdAt));
	return {
		problemsTold: await Promise.all(
			problems.map(async ({ contributorName, contact, createdAt, offeredAt, trade, place, state, classId, ...row }) => {
				const card = problemCardOfRow(row);
				const hasContact = contributorName !== '' || contact !== '';
				const ownFields = { contributorName, contact, createdAt, offeredAt, trade, place, state, card };
				// What others answered about a student's card is not the student's data.
				const answers =
					row.source === 'student' ? NO_CONTRIBUTOR_ANSWERS : await contributorAnswersOf(database, row.id);
				const [mail, photo] = [
					await readContributorMailState(database, row.id),
					await readProblemPhoto(database, row.id)
				];
				return { ...ownFields, ...answers, mail, photo, wrong: card.wrong, hasContact, isOfClass: classId !== null };
			})
		),
		problemFolders: await database
			.select({ problemId: problemFolder.problemId, work: problemFolder.workId, createdAt: problemFolder.createdAt })
			.from(problemFolder)
			.where(eq(problemFolder.accountId, id)),
		versionsShown: await database
			.select({
				problemId: demo.problemId,
				work: demo.workId,
				version: demo.version,
				shownAt: demo.shownAt
			})
			.from(demo)
			.where(eq(demo.accountId, id)),
		problemsClaimed: await database
			.select({ id: problem.id, stateSince: problem.stateSince, lastWordAt: problem.lastWordAt })
			.from(problem)
			.where(eq(problem.claimedBy, id)),
		problemMessages: await database
			.select({ problemId: problemMessage.problemId, text: problemMessage.text, createdAt: problemMessage.createdAt })
			.from(problemMessage)
			.where(eq(problemMessage.accountId, id))
			.orderBy(desc(problemMessage.createdAt)),
		problemInvitations: await database
			.select({ createdAt: problemInvitation.createdAt, expiresAt: problemInvitation.expiresAt })
			.from(problemInvitation)
			.where(eq(problemInvitation.createdBy, id))
	};
}

/** Undefined when no mail was ever to be sent. */
async function readContributorMailState(database: Database, problemId: string) {
	const [row] = await database
		.select({ news: contributorMail.news, sentAt: contributorMail.sentAt, failedAt: contributorMail.failedAt })
		.from(contributorMail)
		.where(eq(contributorMail.problemId, problemId));
	return row;
}

/** A JPEG in base64; undefined when there is none. */
async function readProblemPhoto(database: Database, problemId: string): Promise<string | undefined> {
	const [row] = await database
		.select({ content: problemPhoto.content })
		.from(problemPhoto)
		.where(eq(problemPhoto.problemId, problemId));
	return row?.content;
}

const NO_CONTRIBUTOR_ANSWERS = { proposals: [], factAnswers: [], approvals: [], classAnswers: [] };

async function contributorAnswersOf(database: Database, problemId: string) {
	return {
		proposals: await database
			.select({
				content: proposal.content,
				state: proposal.state,
				answer: proposal.answer,
				createdAt: proposal.createdAt
			})
			.from(proposal)
			.where(eq(proposal.problemId, problemId)),
		factAnswers: await database
			.select({ isTrue: factAnswer.isTrue, reason: factAnswer.reason, answeredAt: factAnswer.answeredAt })
			.from(factAnswer)
			.where(eq(factAnswer.problemId, problemId)),
		approvals: await database
			.select({ naming: approval.naming, name: approval.name, approvedAt: approval.approvedAt })
			.from(approval)
			.where(eq(approval.problemId, problemId)),
		classAnswers: await database
			.select({
				willDo: debateSummary.willDo,
				answer: debateSummary.answer,
				answeredAt: debateSummary.answeredAt,
				passedAt: debateSummary.passedAt
			})
			.from(debateSummary)
			.where(and(eq(debateSummary.problemId, problemId), isNotNull(debateSummary.answeredAt)))
	};
}
