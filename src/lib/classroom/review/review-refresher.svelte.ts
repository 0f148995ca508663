/** Refreshes the submission and the queue of an open review without reloading the page. */
import type { QueuedSubmission, ReviewedSubmission } from '#lib/wire/review-queue.ts';
import { parseBoardRowsEvent } from '#lib/wire/watch-events.ts';

export interface ReviewWithQueue {
	piece: ReviewedSubmission;
	queue: readonly QueuedSubmission[];
}

export class ReviewRefresher {
	#shown: ReviewWithQueue;
	#isAsking = false;
	/** Whether news arrived during a request: then another request follows. */
	#hasNews = false;
	readonly #addressOf: (piece: string) => string;

	constructor(shown: ReviewWithQueue, addressOf: (piece: string) => string) {
		this.#shown = $state.raw(shown);
		this.#addressOf = addressOf;
	}

	get shown(): ReviewWithQueue {
		return this.#shown;
	}
	set shown(shown: ReviewWithQueue) {
		this.#shown = shown;
	}

	/** Takes rows of the board, and refreshes the page's data when a submission in them has changed. */
	hear(data: unknown): void {
		const { piece, queue } = this.shown;
		const isNews = parseBoardRowsEvent(data)?.rows.some(({ submission }) => {
			if (submission === null) return false;
			if (submission.id === piece.id && piece.verdict === null) return true;
			return queue.find(({ id }) => id === submission.id)?.state !== submission.state;
		});
		if (isNews) void this.refreshReview();
	}

	async refreshReview(): Promise<void> {
		this.#hasNews = this.#isAsking;
		if (this.#isAsking) return;
		this.#isAsking = true;
		const { id } = this.shown.piece;
		try {
			const answer = await fetch(this.#addressOf(id), { headers: { accept: 'application/json' } });
			// Braise's own server wrote the answer, so its format is not checked. The teacher may have opened another submission during the
			// request.
			if (answer.ok && this.shown.piece.id === id) this.shown = (await answer.json()) as ReviewWithQueue;
		} catch {
			// Without a network the last data stay. Reloading the page would lose the draft.
		} finally {
			this.#isAsking = false;
		}
		if (this.#hasNews) await this.refreshReview();
	}
}
