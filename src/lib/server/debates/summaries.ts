import { and, eq, ne } from 'drizzle-orm';
import type { DebatePhase } from '#lib/domain/debate.ts';
import {
	computeSummaryFigures,
	containsWholePosition,
	findPseudonymIn,
	type TeacherDebateSummary,
	type SummaryFigures
} from '#lib/domain/debate-summary.ts';
import { newId } from '#lib/domain/identity.ts';
import type { Language } from '#lib/domain/language.ts';
import { mergePairRows } from '#lib/domain/progress.ts';
import { readBoardRows } from '#lib/server/board/board-rows.ts';
import { findPinnedChallengeOutline, type PinnedChallengeOutline } from '#lib/server/content/pinned-challenge.ts';
import { publishEvent } from '#lib/server/db/database-events.ts';
import type { Database } from '#lib/server/db/database.ts';
import {
	assignment,
	debateChoice,
	debateSummary,
	membership,
	problem,
	publication
} from '#lib/server/db/schema/index.ts';
import { readDebate, optionIdsOf } from './debate-queries.ts';
import { answerOfSummaryRow, putSummaryInWords, readAllowedContributorName } from './summary-rows.ts';

/** Returns the sent summary or a draft; null without a contributor who can read it, and before the class has debated. */
export async function readSummaryForTeacher(
	database: Database,
	id: string,
	language: Language
): Promise<TeacherDebateSummary | null> {
	const [row] = await database.select().from(debateSummary).where(eq(debateSummary.assignmentId, id));
	const toldProblem = row ?? (await findProblemOfAssignment(database, id));
	const debate = await readDebate(database, id);
	if (toldProblem === undefined || debate === undefined || (!row && !hasTalkBegun(debate))) return null;
	const pinnedOutline = await findOutlineOfAssignment(database, id);
	const contributor = await readAllowedContributorName(database, id, toldProblem.problemId);
	if (row)
		return {
			contributor,
			draft: null,
			sent: { ...putSummaryInWords(row, pinnedOutline, language), sentAt: row.sentAt, answer: answerOfSummaryRow(row) }
		};
	const figures = pinnedOutline && (await computeCurrentFigures(database, id, pinnedOutline));
	return {
		contributor,
		draft: figures ? putSummaryInWords({ figures, words: '' }, pinnedOutline, language) : null,
		sent: null
	};
}

export type SendSummaryResult =
	| { kind: 'sent'; problemId: string }
	/** There is no contributor to send to, the class has not debated yet, or a summary was sent already. */
	| { kind: 'late' }
	| { kind: 'too-few' }
	/** Refused, because the teacher's words contain a student's position. */
	| { kind: 'copied' }
	| { kind: 'named'; pseudonym: string };

export async function sendSummary(
	database: Database,
	id: string,
	{ by, words }: { by: string; words: string },
	now: Date
): Promise<SendSummaryResult> {
	const toldProblem = await findProblemOfAssignment(database, id);
	const debate = await readDebate(database, id);
	const pinnedOutline = await findOutlineOfAssignment(database, id);
	if (!toldProblem || !pinnedOutline || !debate || !hasTalkBegun(debate)) return { kind: 'late' };
	const figures = await computeCurrentFigures(database, id, pinnedOutline);
	if (figures === undefined) return { kind: 'too-few' };
	const pseudonym = findPseudonymIn(words, await listPseudonymsForAssignment(database, id));
	if (pseudonym !== undefined) return { kind: 'named', pseudonym };
	if (
		containsWholePosition(
			words,
			debate.positions.map(({ text }) => text)
		)
	)
		return { kind: 'copied' };
	const insertedRows = await database
		.insert(debateSummary)
		.values({
			id: newId(),
			assignmentId: id,
			problemId: toldProblem.problemId,
			figures,
			words,
			sentBy: by,
			sentAt: now
		})
		.onConflictDoNothing()
		.returning({ id: debateSummary.id });
	return insertedRows.length > 0 ? { kind: 'sent', problemId: toldProblem.problemId } : { kind: 'late' };
}

export async function takeSummaryBack(database: Database, id: string): Promise<void> {
	await database.transaction(async (transaction) => {
		await transaction.delete(debateSummary).where(eq(debateSummary.assignmentId, id));
		await publishEvent(transaction, 'debate.changed', { assignmentId: id });
	});
}

/** Returns false when an answer newer than `answeredAt` has come, which no teacher has read. */
export async function passAnswerToClass(database: Database, id: string, answeredAt: Date, now: Date): Promise<boolean> {
	return database.transaction(async (transaction) => {
		const updatedRows = await transaction
			.update(debateSummary)
			.set({ passedAt: now })
			.where(and(eq(debateSummary.assignmentId, id), eq(debateSummary.answeredAt, answeredAt)))
			.returning({ id: debateSummary.id });
		if (updatedRows.length > 0) await publishEvent(transaction, 'debate.changed', { assignmentId: id });
		return updatedRows.length > 0;
	});
}

/**
 * Returns the problem from which an assigned challenge was made, if its contributor has a page to read a summary; a student who told
 * it has none.
 */
async function findProblemOfAssignment(database: Database, id: string): Promise<{ problemId: string } | undefined> {
	const [found] = await database
		.select({ problemId: problem.id })
		.from(assignment)
		.innerJoin(publication, eq(publication.hash, assignment.challengeHash))
		.innerJoin(problem, eq(problem.id, publication.problemId))
		.where(and(eq(assignment.id, id), ne(problem.source, 'student'), ne(problem.state, 'declined')));
	return found;
}

const hasTalkBegun = ({ phase }: { phase: DebatePhase }): boolean => phase === 'talking' || phase === 'over';

async function findOutlineOfAssignment(database: Database, id: string): Promise<PinnedChallengeOutline | undefined> {
	const [found] = await database
		.select({ hash: assignment.challengeHash })
		.from(assignment)
		.where(eq(assignment.id, id));
	return findPinnedChallengeOutline(database, found?.hash ?? null);
}

async function computeCurrentFigures(
	database: Database,
	id: string,
	pinnedOutline: PinnedChallengeOutline
): Promise<SummaryFigures | undefined> {
	const choices = await database
		.select({ member: debateChoice.membershipId, moment: debateChoice.moment, decision: debateChoice.decision })
		.from(debateChoice)
		.where(eq(debateChoice.assignmentId, id));
	const works = mergePairRows(await readBoardRows(database, id)).flatMap(({ members, progress }) =>
		progress === null || progress.step === '' ? [] : [{ students: members.length, done: progress.done }]
	);
	return computeSummaryFigures({ choices, options: optionIdsOf(pinnedOutline), works, steps: pinnedOutline.steps });
}

async function listPseudonymsForAssignment(database: Database, id: string): Promise<string[]> {
	const rows = await database
		.select({ pseudonym: membership.pseudonym })
		.from(membership)
		.innerJoin(assignment, eq(assignment.classId, membership.classId))
		.where(eq(assignment.id, id));
	return rows.map(({ pseudonym }) => pseudonym);
}
