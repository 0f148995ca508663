import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { ChallengeText } from '#lib/domain/challenge.ts';
import { parseBrowserCheckReport } from '#lib/wire/hand-in.ts';
import type { SubmissionFeedback, OwnSubmission, StudentVerdict, VerdictCheckTexts } from '#lib/wire/own-submission.ts';
import { makeForEachLanguage } from '#lib/wire/student-assignment.ts';
import { shownSubmissionStateOf } from '#lib/domain/submission.ts';
import { parseCheckPath } from '#lib/domain/verdict.ts';
import { findPackage } from '#lib/server/content/packages.ts';
import type { Database } from '#lib/server/db/database.ts';
import {
	account as accounts,
	review as reviews,
	submission,
	verdict as verdicts
} from '#lib/server/db/schema/index.ts';
import { sentReviewsOfRows, sentReviewColumns, type LastSentReview } from './review-queries.ts';
import { earlierVerdictCondition } from '#lib/server/assignments/assignment-rows.ts';
import { submissionAuthorCondition, parsePrediction } from '#lib/server/submissions/memberships.ts';
import { storedVerdictOfRow, type StoredVerdict } from '#lib/server/submissions/verdicts.ts';

const { id, turn, state, handedInAt, versionId, decisions, prediction, browserReport } = submission;
/** Files and steps are left out, and one query reads everything, because a whole class asks at once. */
const SUBMISSION_COLUMNS_FOR_STUDENT = { id, turn, state, handedInAt, versionId, decisions, prediction, browserReport };

interface ShownAssignment {
	id: string;
	/** Hash of the challenge version on the page; null for a project. */
	challengeHash: string | null;
}

/** Returns every turn of a student's work, newest first, without unsent reviews and without the decision of a pair's other student. */
export async function listOwnSubmissionViews(
	database: Database,
	account: string,
	memberId: string,
	{ id: assignmentId, challengeHash }: ShownAssignment
): Promise<OwnSubmission[]> {
	const rows = await database
		.select({
			row: SUBMISSION_COLUMNS_FOR_STUDENT,
			verdictRow: verdicts,
			isRejudged: earlierVerdictCondition(database),
			sentReview: sentReviewColumns
		})
		.from(submission)
		.leftJoin(verdicts, and(eq(verdicts.submissionId, id), eq(verdicts.counts, true)))
		.leftJoin(reviews, and(eq(reviews.submissionId, id), isNotNull(reviews.sentText)))
		.leftJoin(accounts, eq(accounts.id, reviews.reviewer))
		.where(and(eq(submission.assignmentId, assignmentId), submissionAuthorCondition(account)))
		.orderBy(desc(handedInAt));
	const reviewRows = rows.flatMap(({ sentReview }) =>
		sentReview.id === null ? [] : { ...sentReview, id: sentReview.id }
	);
	const sentReviews = await sentReviewsOfRows(database, reviewRows);
	return Promise.all(
		rows.map(async ({ row, verdictRow, isRejudged }) => {
			const verdict = verdictRow && (await storedVerdictOfRow(database, verdictRow));
			const review = sentReviews.get(row.id);
			return {
				id: row.id,
				turn: row.turn,
				state: row.state,
				shown: shownSubmissionStateOf({ state: row.state, judged: verdict !== null || challengeHash === null }),
				handedInAt: row.handedInAt.getTime(),
				version: row.versionId,
				decision: row.decisions[memberId] ?? null,
				prediction: parsePrediction(row.prediction),
				returned: verdict?.returnedValue ?? null,
				browserReport: parseBrowserCheckReport(row.browserReport),
				verdict: verdict && (await buildVerdictView(database, verdict, challengeHash)),
				isRejudged: isRejudged === true,
				feedback: review ? feedbackOfSentReview(review) : null
			};
		})
	);
}

/** Builds the view of a verdict, with the texts of its version when that is not the version on the page. */
export async function buildVerdictView(
	database: Database,
	stored: StoredVerdict,
	shownHash: string | null
): Promise<StudentVerdict> {
	const isOther = stored.challengeHash !== shownHash;
	const otherVersion = isOther ? await findPackage(database, stored.challengeHash) : undefined;
	const { id, version, judgedAt, tally, loadProblem, verdict, skippableSteps, caughtMutants } = stored;
	return {
		id,
		version,
		isNewer: isOther,
		...(otherVersion && { texts: makeForEachLanguage((language) => verdictCheckTextsOf(otherVersion.text[language])) }),
		judgedAt: judgedAt.getTime(),
		tally,
		held: verdict.held,
		load: loadProblem,
		broke: verdict.broke ?? null,
		checks: verdict.report.results.map(({ path, status, problem }) => {
			const namedCheck = parseCheckPath(path);
			const isOptional = skippableSteps.includes(namedCheck.step);
			return { ...namedCheck, isOptional, status, ...(problem && { problem }) };
		}),
		caught: caughtMutants ?? []
	};
}

function verdictCheckTextsOf({ checks, failures, held, steps }: ChallengeText): VerdictCheckTexts {
	const stepTitles = Object.entries(steps).map(([id, { title }]) => [id, { title }] as const);
	return { checks, ...(failures && { failures }), ...(held && { held }), steps: Object.fromEntries(stepTitles) };
}

function feedbackOfSentReview({ comment, rubric, lines, sentAt, reviewer }: LastSentReview): SubmissionFeedback {
	return {
		comment,
		rubric,
		lines: lines.map(({ doneAt, ...line }) => ({ ...line, done: doneAt !== null })),
		sentAt: sentAt.getTime(),
		reviewer
	};
}
