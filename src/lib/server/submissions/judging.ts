/**
 * Judges what was handed in. Asked for when it is handed in, by the queue some seconds later, and by a search for what has no verdict;
 * whoever comes first does it, and whoever comes later finds it done.
 */
import { and, eq, isNotNull, lt, notExists } from 'drizzle-orm';
import { ENGINE } from '../../../../sandbox/judge/index.ts';
import { judgedBy } from '../content/judged.ts';
import { hiddenOf } from '../content/hidden.ts';
import { packageOf } from '../content/packages.ts';
import type { Database } from '../db/database.ts';
import { assignment, submission, verdict } from '../db/schema/index.ts';
import { call, judge } from '../judge.ts';
import { parsePrediction } from './prediction.ts';
import { storeVerdict } from './verdicts.ts';

/** As verdicts name it. */
export const ENGINE_NAME = `${ENGINE.name}@${ENGINE.version}`;

export interface ToJudge {
	submissionId: string;
	challengeHash: string;
}

const underWay = new Map<string, Promise<void>>();

/** `blame`: what cannot be judged may be the program's own fault. */
export function judgeSubmission(database: Database, toJudge: ToJudge, { blame = false } = {}): Promise<void> {
	const key = `${toJudge.submissionId} ${toJudge.challengeHash}`;
	const known = underWay.get(key);
	if (known !== undefined) return known;
	const judging = perform(database, toJudge, blame).finally(() => underWay.delete(key));
	underWay.set(key, judging);
	return judging;
}

async function perform(database: Database, { submissionId, challengeHash }: ToJudge, blame: boolean): Promise<void> {
	if (await isJudged(database, { submissionId, challengeHash })) return;
	const [handedIn] = await database
		.select({ files: submission.files, prediction: submission.prediction })
		.from(submission)
		.where(eq(submission.id, submissionId));
	// Taken back.
	if (!handedIn) return;
	const [challenge, hidden] = await Promise.all([
		packageOf(database, challengeHash),
		hiddenOf(challengeHash, database)
	]);
	if (!challenge || !hidden) throw new Error('There is no such version of a challenge.');
	const by = judgedBy({ challenge, private: hidden });
	const { files } = handedIn;
	const said = await judge({ files, ...by }, { blame });
	const asked = parsePrediction(handedIn.prediction);
	const data = Object.fromEntries(Object.entries(by.around).filter(([path]) => path.startsWith('data/')));
	await storeVerdict(database, {
		submissionId,
		challengeHash,
		engine: ENGINE_NAME,
		verdict: said,
		returned: asked && (await call({ files, around: data, name: asked.name, args: asked.args, limits: by.limits }))
	});
}

async function isJudged(database: Database, { submissionId, challengeHash }: ToJudge): Promise<boolean> {
	const found = await database
		.select({ id: verdict.id })
		.from(verdict)
		.where(
			and(
				eq(verdict.submissionId, submissionId),
				eq(verdict.challengeHash, challengeHash),
				eq(verdict.engine, ENGINE_NAME)
			)
		);
	return found.length > 0;
}

/** Handed in before, and without any verdict: its job went with a backup that was brought back, or the judge was away for long. */
export async function withoutVerdict(database: Database, before: Date): Promise<ToJudge[]> {
	const rows = await database
		.select({ submissionId: submission.id, challengeHash: assignment.challengeHash })
		.from(submission)
		.innerJoin(assignment, eq(assignment.id, submission.assignmentId))
		.where(
			and(
				isNotNull(assignment.challengeHash),
				lt(submission.handedInAt, before),
				notExists(database.select({ id: verdict.id }).from(verdict).where(eq(verdict.submissionId, submission.id)))
			)
		)
		.orderBy(submission.handedInAt);
	return rows.flatMap(({ submissionId, challengeHash }) =>
		challengeHash === null ? [] : [{ submissionId, challengeHash }]
	);
}
