import { and, countDistinct, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import { hideSmallCount, type ProblemOutcomeInClasses, type ContributorAnswer } from '#lib/domain/debate-summary.ts';
import type { Language } from '#lib/domain/language.ts';
import type { ProblemRow } from '#lib/server/contributions/problem-queries.ts';
import { findPinnedChallengeOutline } from '#lib/server/content/pinned-challenge.ts';
import { publishEvent } from '#lib/server/db/database-events.ts';
import type { Database } from '#lib/server/db/database.ts';
import { assignment, debateSummary, progress, publication } from '#lib/server/db/schema/index.ts';
import { answerOfSummaryRow, putSummaryInWords, readAllowedContributorName } from './summary-rows.ts';

/** Returns null until a challenge made from the problem has been proposed to the catalogue. */
export async function readProblemOutcomeInClasses(
	database: Database,
	{ id }: Pick<ProblemRow, 'id'>,
	language: Language
): Promise<ProblemOutcomeInClasses | null> {
	const publications = await database
		.selectDistinct({ challenge: publication.challengeId })
		.from(publication)
		.where(eq(publication.problemId, id));
	const rows = await database
		.select({ row: debateSummary, hash: assignment.challengeHash })
		.from(debateSummary)
		.innerJoin(assignment, eq(assignment.id, debateSummary.assignmentId))
		.where(eq(debateSummary.problemId, id))
		.orderBy(desc(debateSummary.sentAt), desc(debateSummary.id));
	if (publications.length + rows.length === 0) return null;
	const summaries: ProblemOutcomeInClasses['summaries'] = [];
	for (const { row, hash } of rows) {
		const wordedSummary = putSummaryInWords(row, await findPinnedChallengeOutline(database, hash), language);
		summaries.push({ ...wordedSummary, id: row.id, sentAt: row.sentAt, answer: answerOfSummaryRow(row) });
	}
	const challenges = publications.map(({ challenge }) => challenge);
	return { classes: hideSmallCount(await countClassesWithProgress(database, challenges)), summaries };
}

async function countClassesWithProgress(database: Database, challenges: string[]): Promise<number> {
	const [found] = await database
		.select({ classes: countDistinct(assignment.classId) })
		.from(assignment)
		.innerJoin(progress, eq(progress.assignmentId, assignment.id))
		.where(inArray(assignment.challengeId, challenges));
	return found?.classes ?? 0;
}

/**
 * `closed`: the problem was declined. `withdrawn`: the class has taken its summary back, or the summary was never for this
 * contributor.
 */
export type SummaryAnswerResult = 'done' | 'closed' | 'withdrawn';

/** Replaces an earlier answer. The class reads it only after a teacher has let it pass. */
export async function storeSummaryAnswer(
	database: Database,
	problem: Pick<ProblemRow, 'id' | 'state'>,
	{ summary, willDo, text }: { summary: string; willDo: boolean; text: string },
	now: Date
): Promise<SummaryAnswerResult> {
	if (problem.state === 'declined') return 'closed';
	return database.transaction(async (transaction) => {
		const [answered] = await transaction
			.update(debateSummary)
			.set({ willDo, answer: text, answeredAt: now, passedAt: null })
			.where(and(eq(debateSummary.id, summary), eq(debateSummary.problemId, problem.id)))
			.returning({ assignmentId: debateSummary.assignmentId });
		if (answered === undefined) return 'withdrawn';
		await publishEvent(transaction, 'debate.changed', answered);
		return 'done';
	});
}

/** Returns the answer that a teacher let pass, with the name that the contributor now allows; null without such an answer. */
export async function findAnswerPassedToClass(
	database: Database,
	assignmentId: string
): Promise<ContributorAnswer | null> {
	const [row] = await database
		.select()
		.from(debateSummary)
		.where(and(eq(debateSummary.assignmentId, assignmentId), isNotNull(debateSummary.passedAt)));
	const passedAnswer = row && answerOfSummaryRow(row);
	if (!passedAnswer) return null;
	const { willDo, text } = passedAnswer;
	return { willDo, text, name: await readAllowedContributorName(database, assignmentId, row.problemId) };
}
