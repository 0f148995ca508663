/** Keeps one draft review per submission in this tab, so that unsaved text is sent after leaving the submission. */
import type { QueuedSubmission, SubmissionForReview } from '#lib/wire/review.ts';
import { shownSubmissionStateOf } from '#lib/domain/submission.ts';
import { ReviewDraft } from './review-draft.svelte.ts';
import { sendReview } from './send-review.ts';

export class ReviewDrafts {
	readonly #drafts = new Map<string, ReviewDraft>();

	draftOf(piece: SubmissionForReview, address: string, account: string): ReviewDraft {
		const existingDraft = this.#drafts.get(piece.id);
		if (existingDraft) return existingDraft;
		const draft = new ReviewDraft(piece, (writing) => sendReview(address, account, writing));
		this.#drafts.set(piece.id, draft);
		return draft;
	}

	/** Returns the queue with the submissions that were returned or accepted in this tab, which the server may not list yet. */
	applyMovesOfThisTab(queue: readonly QueuedSubmission[]): readonly QueuedSubmission[] {
		return queue.map((piece) => {
			const state = this.#drafts.get(piece.id)?.stateAfterMove;
			return state ? { ...piece, state, shown: shownSubmissionStateOf({ state, judged: true }) } : piece;
		});
	}

	get answeredWriteCount(): number {
		return [...this.#drafts.values()].reduce((sum, draft) => sum + draft.answeredWriteCount, 0);
	}

	get isUnsaved(): boolean {
		return [...this.#drafts.values()].some((draft) => draft.isUnsaved);
	}

	sendUnsavedDrafts(): void {
		for (const draft of this.#drafts.values()) if (draft.isUnsaved) void draft.sendNow();
	}
}
