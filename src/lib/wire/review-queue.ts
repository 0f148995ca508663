/** A review page's data: the queue and one submission; moments are milliseconds since 1970. */
import type { FunctionCallResult } from '#sandbox/report.ts';
import type { BrowserCheckReport } from './browser-report.ts';
import type { CaughtMutantCount, VerdictCheckCounts } from '#lib/domain/verdict.ts';
import type { Language } from '#lib/domain/language.ts';
import type { StudentVerdict } from './own-submission.ts';
import type { ProjectDescription } from '#lib/domain/project.ts';
import type { StoredReview } from '#lib/domain/review.ts';
import type { BoardMember } from '#lib/domain/progress.ts';
import { isOpenSubmissionState, type ShownSubmissionState, type SubmissionState } from '#lib/domain/submission.ts';
import type { Decision } from '#lib/domain/work.ts';

export interface QueuedSubmission {
	id: string;
	/** Authors who are still in the class. */
	members: BoardMember[];
	turn: number;
	state: SubmissionState;
	shown: ShownSubmissionState;
	handedInAt: number;
	/** Numbers of checks in the verdict that counts; null when there is no verdict yet, or nothing to judge. */
	tally: VerdictCheckCounts | null;
	/** Wrong programs that the student's examples caught; null before the verdict, and where there is nothing to catch. */
	caught: CaughtMutantCount | null;
	/** Why the verdict could check nothing; null when there is no verdict, or it could check something. */
	broken: 'too-large' | 'other' | null;
}

export interface SubmissionForReview {
	id: string;
	members: BoardMember[];
	turn: number;
	state: SubmissionState;
	shown: ShownSubmissionState;
	handedInAt: number;
	/** Whether no newer submission of the work exists. */
	newest: boolean;
	language: Language;
	files: Record<string, string>;
	/** The previous turn, with its files and decisions as handed in; null for the first turn. */
	before: { turn: number; files: Record<string, string>; decisions: Record<string, Decision> } | null;
	turns: { id: string; turn: number }[];
	/** Snapshot of the steps, parsed by lib/steps. */
	steps: unknown;
	project: ProjectDescription | null;
	/** Decisions by membership id. */
	decisions: Record<string, Decision>;
	prediction: { name: string; args: unknown[]; said: string } | null;
	/** Value that the program returned to the judge for the predicted call; null when nothing was predicted. */
	returned: FunctionCallResult | null;
	/** What the student's browser reported about the checks; advice only. */
	browserReport: BrowserCheckReport | null;
	verdict: StudentVerdict | null;
	review: StoredReview | null;
}

type SubmissionIdAndState = Pick<QueuedSubmission, 'id' | 'state'>;

export function findNeighbouringSubmission<T extends SubmissionIdAndState>(
	queue: readonly T[],
	id: string,
	step: 1 | -1
): T | undefined {
	const at = queue.findIndex((piece) => piece.id === id);
	return at < 0 ? undefined : queue[at + step];
}

/** Returns the next submission after this one that waits for a review; after the last comes the first. */
export function findNextWaitingSubmission<T extends SubmissionIdAndState>(
	queue: readonly T[],
	id: string | null
): T | undefined {
	const at = queue.findIndex((piece) => piece.id === id);
	const queueFromHere = [...queue.slice(at + 1), ...queue.slice(0, Math.max(at, 0))];
	return queueFromHere.find(({ state }) => isOpenSubmissionState(state));
}
