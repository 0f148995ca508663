/** Builds the view of a submission that its student receives. */
import { and, desc, eq } from 'drizzle-orm';
import type { Assignment } from '#lib/domain/assignment.ts';
import { parseBrowserCheckReport } from '#lib/wire/browser-report.ts';
import type { SubmissionFeedback, OwnSubmission, StudentVerdict } from '#lib/wire/own-submission.ts';
import { shownSubmissionState } from '#lib/domain/submission.ts';
import { parseCheckPath } from '#lib/domain/verdict.ts';
import type { Database } from '#lib/server/db/database.ts';
import { submission } from '#lib/server/db/schema/index.ts';
import { sentReviewsOf, type LastSentReview } from './review-queries.ts';
import { submissionAuthorCondition } from '#lib/server/submissions/members.ts';
import { parsePrediction } from '#lib/server/submissions/prediction.ts';
import { findEffectiveVerdicts, type StoredVerdict } from '#lib/server/submissions/verdicts.ts';

const { id, turn, state, handedInAt, versionId, decisions, prediction, browserReport } = submission;
/** Columns that a student receives. Files and steps are left out, because a whole class asks at once. */
const COLUMNS_FOR_STUDENT = { id, turn, state, handedInAt, versionId, decisions, prediction, browserReport };

/** Returns every turn of a student's work, newest first, without unsent reviews and without the decision of a pair's other student. */
export async function ownSubmissionViews(
	database: Database,
	account: string,
	member: string,
	assignment: Pick<Assignment, 'id' | 'subject'>
): Promise<OwnSubmission[]> {
	const pinnedHash = assignment.subject.kind === 'challenge' ? assignment.subject.hash : null;
	const rows = await database
		.select(COLUMNS_FOR_STUDENT)
		.from(submission)
		.where(and(eq(submission.assignmentId, assignment.id), submissionAuthorCondition(account)))
		.orderBy(desc(submission.handedInAt));
	const ids = rows.map(({ id }) => id);
	if (ids.length === 0) return [];
	const [verdicts, reviews] = [await findEffectiveVerdicts(database, ids), await sentReviewsOf(database, ids)];
	return rows.map((row) => {
		const verdict = verdicts.get(row.id);
		const review = reviews.get(row.id);
		return {
			id: row.id,
			turn: row.turn,
			state: row.state,
			shown: shownSubmissionState({ state: row.state, judged: verdict !== undefined || pinnedHash === null }),
			handedInAt: row.handedInAt.getTime(),
			version: row.versionId,
			decision: row.decisions[member] ?? null,
			prediction: parsePrediction(row.prediction),
			returned: verdict?.returned ?? null,
			browserReport: parseBrowserCheckReport(row.browserReport),
			verdict: verdict ? verdictView(verdict, pinnedHash) : null,
			feedback: review ? feedbackOf(review) : null
		};
	});
}

export function verdictView(stored: StoredVerdict, pinnedHash: string | null): StudentVerdict {
	const { id, version, judgedAt, tally, load, verdict, caught } = stored;
	return {
		id,
		version,
		isNewer: stored.challengeHash !== pinnedHash,
		judgedAt: judgedAt.getTime(),
		tally,
		held: verdict.held,
		load,
		broke: verdict.broke ?? null,
		checks: verdict.report.results.map(({ path, status, problem }) => ({
			...parseCheckPath(path),
			status,
			...(problem && { problem })
		})),
		caught: caught ?? []
	};
}

function feedbackOf({ comment, rubric, lines, sentAt, reviewer }: LastSentReview): SubmissionFeedback {
	return {
		comment,
		rubric,
		lines: lines.map(({ doneAt, ...line }) => ({ ...line, done: doneAt !== null })),
		sentAt: sentAt.getTime(),
		reviewer
	};
}
