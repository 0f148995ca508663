/** The data of a review page: an assignment's queue and one submission; moments are milliseconds since 1970. */
import type { ReturnedValue } from '#sandbox/report.ts';
import type { BrowserReport } from './browser-report.ts';
import type { Language } from '#lib/domain/language.ts';
import type { StudentVerdict } from './own-submission.ts';
import type { ProjectDescription } from '#lib/domain/project.ts';
import type { StoredReview } from '#lib/domain/review.ts';
import type { BoardMember } from '#lib/domain/progress.ts';
import { isOpenState, type ShownState, type SubmissionState } from '#lib/domain/submission.ts';
import type { VerdictTally } from '#lib/domain/verdict.ts';
import type { Decision } from '#lib/domain/work.ts';

export interface QueuedPiece {
	id: string;
	/** Authors who are still in the class. */
	members: BoardMember[];
	turn: number;
	state: SubmissionState;
	shown: ShownState;
	handedInAt: number;
	/** Of the verdict that counts; null when there is none yet or nothing to judge. */
	tally: VerdictTally | null;
	/** Why a verdict could check nothing; null when there is none or it could check something. */
	broken: 'too-large' | 'other' | null;
}

export interface ReviewedPiece {
	id: string;
	members: BoardMember[];
	turn: number;
	state: SubmissionState;
	shown: ShownState;
	handedInAt: number;
	/** Nothing was handed in since. */
	newest: boolean;
	language: Language;
	files: Record<string, string>;
	/** The previous turn, as it was handed in. */
	before: { turn: number; files: Record<string, string> } | null;
	turns: { id: string; turn: number }[];
	/** The student's way through the steps, as the step machine saved it; lib/steps reads it. */
	steps: unknown;
	project: ProjectDescription | null;
	/** By membership. */
	decisions: Record<string, Decision>;
	prediction: { name: string; args: unknown[]; said: string } | null;
	/** What the judge saw the program return for the predicted call. */
	returned: ReturnedValue | null;
	/** Advice only. */
	browserReport: BrowserReport | null;
	verdict: StudentVerdict | null;
	review: StoredReview | null;
}

type QueuePlace = Pick<QueuedPiece, 'id' | 'state'>;

export function neighbouringPiece<T extends QueuePlace>(queue: readonly T[], id: string, step: 1 | -1): T | undefined {
	const at = queue.findIndex((piece) => piece.id === id);
	return at < 0 ? undefined : queue[at + step];
}

/** Finds the next open submission after this one, wrapping around. */
export function nextWaiting<T extends QueuePlace>(queue: readonly T[], id: string | null): T | undefined {
	const at = queue.findIndex((piece) => piece.id === id);
	const around = [...queue.slice(at + 1), ...queue.slice(0, Math.max(at, 0))];
	return around.find(({ state }) => isOpenState(state));
}
