import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import { parseBrowserCheckReport, type BrowserCheckReport } from '#lib/wire/hand-in.ts';
import { shownSubmissionStateOf, type ShownSubmissionState, type SubmissionState } from '#lib/domain/submission.ts';
import type { Decision } from '#lib/domain/work.ts';
import { type Database, rowsOf } from '#lib/server/db/database.ts';
import { assignment, membership, submission } from '#lib/server/db/schema/index.ts';
import { submissionAuthorCondition, parsePrediction, type PredictedCall } from './memberships.ts';
import { findEffectiveVerdicts, type StoredVerdict, type VerdictSummary } from './verdicts.ts';
import * as v from 'valibot';

const fileContentRowSchema = v.object({ content: v.string() });

/** Resolves to an own file as base64; undefined when the handed-in files do not name it. */
export async function readHandedInOwnFile(
	database: Database,
	assignmentId: string,
	submissionId: string,
	sha256: string
): Promise<string | undefined> {
	const result = await database.execute(sql`
		select content from submission join work_file on work_file.work_id = submission.work_id
		where submission.id = ${submissionId} and submission.assignment_id = ${assignmentId}
			and work_file.sha256 = ${sha256} and position(${sha256}::text in submission.files::text) > 0
	`);
	const [row] = rowsOf(result);
	return row === undefined ? undefined : v.parse(fileContentRowSchema, row).content;
}

export interface SubmissionSummary {
	id: string;
	workId: string;
	/** Ids of the authors' memberships: one, or two for a pair. */
	members: string[];
	turn: number;
	state: SubmissionState;
	shown: ShownSubmissionState;
	handedInAt: Date;
	updatedAt: Date;
	verdict: VerdictSummary | null;
}

export interface Submission extends Omit<SubmissionSummary, 'verdict'> {
	files: Record<string, string>;
	steps: unknown;
	/** Decisions by membership id. */
	decisions: Record<string, Decision>;
	prediction: PredictedCall | null;
	/** What the student's browser reported about the checks; advice only. */
	browserReport: BrowserCheckReport | null;
	verdict: StoredVerdict | null;
	/** All submissions of the same work, oldest first. */
	turns: { id: string; turn: number; state: SubmissionState; handedInAt: Date }[];
}

/** Oldest hand-in first. The caller must have demanded access to the assignment. */
export async function listNewestSubmissions(database: Database, assignmentId: string): Promise<SubmissionSummary[]> {
	const isNewestCondition = sql`not exists (
		select 1 from submission later
		where later.assignment_id = ${submission.assignmentId} and later.work_id = ${submission.workId}
			and later.turn > ${submission.turn}
	)`;
	return selectSubmissionSummaries(database, and(eq(submission.assignmentId, assignmentId), isNewestCondition));
}

/** The caller must have demanded access to the assignment. */
export async function findSubmission(
	database: Database,
	assignmentId: string,
	id: string
): Promise<Submission | undefined> {
	return selectSubmission(database, and(eq(submission.assignmentId, assignmentId), eq(submission.id, id)));
}

/** Leaves out the decision of a pair's other author. */
export async function findOwnSubmission(
	database: Database,
	account: string,
	assignmentId: string,
	id: string
): Promise<Submission | undefined> {
	const storedSubmission = await selectSubmission(
		database,
		and(eq(submission.assignmentId, assignmentId), eq(submission.id, id), submissionAuthorCondition(account))
	);
	if (!storedSubmission) return undefined;
	const ownMemberships = await database
		.select({ id: membership.id })
		.from(membership)
		.where(eq(membership.accountId, account));
	const ownMembershipIds = new Set(ownMemberships.map(({ id: member }) => member));
	const decisions = Object.fromEntries(
		Object.entries(storedSubmission.decisions).filter(([member]) => ownMembershipIds.has(member))
	);
	return { ...storedSubmission, decisions };
}

const SUBMISSION_SUMMARY_COLUMNS = {
	id: submission.id,
	workId: submission.workId,
	members: submission.members,
	turn: submission.turn,
	state: submission.state,
	handedInAt: submission.handedInAt,
	updatedAt: submission.updatedAt,
	challengeHash: assignment.challengeHash
};

async function selectSubmissionSummaries(database: Database, where: SQL | undefined): Promise<SubmissionSummary[]> {
	const rows = await database
		.select(SUBMISSION_SUMMARY_COLUMNS)
		.from(submission)
		.innerJoin(assignment, eq(assignment.id, submission.assignmentId))
		.where(where)
		.orderBy(asc(submission.handedInAt));
	const verdictsBySubmission = await findEffectiveVerdicts(
		database,
		rows.map(({ id }) => id)
	);
	return rows.map(({ challengeHash, ...row }) => {
		const effectiveVerdict = verdictsBySubmission.get(row.id);
		return {
			...row,
			shown: shownSubmissionStateOf({
				state: row.state,
				judged: effectiveVerdict !== undefined || challengeHash === null
			}),
			verdict: effectiveVerdict ? verdictSummaryOf(effectiveVerdict) : null
		};
	});
}

function verdictSummaryOf(stored: StoredVerdict): VerdictSummary {
	const { id, challengeHash, version, engine, judgedAt, tally, caughtCount, loadProblem } = stored;
	return { id, challengeHash, version, engine, judgedAt, tally, caughtCount, loadProblem };
}

async function selectSubmission(database: Database, where: SQL | undefined): Promise<Submission | undefined> {
	const [row] = await database
		.select({ submission, challengeHash: assignment.challengeHash })
		.from(submission)
		.innerJoin(assignment, eq(assignment.id, submission.assignmentId))
		.where(where);
	if (!row) return undefined;
	const { id, workId, assignmentId, members, turn, state, files, steps, decisions, prediction, browserReport } =
		row.submission;
	const verdict = (await findEffectiveVerdicts(database, [id])).get(id) ?? null;
	const turns = await database
		.select({
			id: submission.id,
			turn: submission.turn,
			state: submission.state,
			handedInAt: submission.handedInAt
		})
		.from(submission)
		.where(and(eq(submission.assignmentId, assignmentId), eq(submission.workId, workId)))
		.orderBy(asc(submission.turn));
	return {
		id,
		workId,
		members,
		turn,
		state,
		shown: shownSubmissionStateOf({ state, judged: verdict !== null || row.challengeHash === null }),
		handedInAt: row.submission.handedInAt,
		updatedAt: row.submission.updatedAt,
		files,
		steps,
		decisions,
		prediction: parsePrediction(prediction),
		browserReport: parseBrowserCheckReport(browserReport),
		verdict,
		turns
	};
}
