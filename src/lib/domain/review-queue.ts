/** What a teacher's page of a review is given: the queue of an assignment, and one piece of it. Moments are milliseconds since 1970. */
import type { Returned } from '../../../sandbox/report.ts';
import type { BrowserReport } from './browser-report.ts';
import type { Language } from './challenge.ts';
import type { ToldVerdict } from './own-submission.ts';
import type { ProjectFace } from './project.ts';
import type { StoredReview } from './review.ts';
import type { Member } from './standing.ts';
import { isOpen, type ShownState, type SubmissionState } from './submission.ts';
import type { Tally } from './verdict.ts';
import type { Decision } from './work.ts';

/** The newest of one work. */
export interface QueuedPiece {
	id: string;
	/** Who made it, and is still of the class. */
	members: Member[];
	turn: number;
	state: SubmissionState;
	shown: ShownState;
	handedInAt: number;
	/** Of the verdict that counts. Null: there is none yet, or nothing to judge. */
	tally: Tally | null;
	/** There is a verdict, and it says that nothing could be checked. Null: something could. */
	broken: 'too-large' | 'other' | null;
}

export interface ReviewedPiece {
	id: string;
	members: Member[];
	turn: number;
	state: SubmissionState;
	shown: ShownState;
	handedInAt: number;
	/** Nothing was handed in since. */
	newest: boolean;
	/** Of the work. */
	language: Language;
	files: Record<string, string>;
	/** The turn before, as it was handed in. */
	before: { turn: number; files: Record<string, string> } | null;
	turns: { id: string; turn: number }[];
	/** The step machine's snapshot. */
	steps: unknown;
	/** Of a project: what its authors call it, and whose problem it is about. */
	project: ProjectFace | null;
	/** By membership. */
	decisions: Record<string, Decision>;
	prediction: { name: string; args: unknown[]; said: string } | null;
	/** What the judge saw the program return for it. */
	returned: Returned | null;
	/** Advice. */
	browserReport: BrowserReport | null;
	verdict: ToldVerdict | null;
	review: StoredReview | null;
}

type Placed = Pick<QueuedPiece, 'id' | 'state'>;

/** The piece before or after, in the order of the queue. */
export function besideIn<T extends Placed>(queue: readonly T[], id: string, step: 1 | -1): T | undefined {
	const at = queue.findIndex((piece) => piece.id === id);
	return at < 0 ? undefined : queue[at + step];
}

/** What waits next: after this one, and from the beginning again. */
export function nextWaiting<T extends Placed>(queue: readonly T[], id: string | null): T | undefined {
	const at = queue.findIndex((piece) => piece.id === id);
	const around = [...queue.slice(at + 1), ...queue.slice(0, Math.max(at, 0))];
	return around.find(({ state }) => isOpen(state));
}
