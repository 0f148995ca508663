import type { BoardMember } from '#lib/domain/progress.ts';
import { isOpenSubmissionState } from '#lib/domain/submission.ts';
import type { QueuedSubmission, SubmissionForReview } from '#lib/wire/review.ts';
import { parseBoardRowsEvent } from '#lib/wire/watch-events.ts';

export interface ReviewWithQueue {
	piece: SubmissionForReview;
	queue: readonly QueuedSubmission[];
}

export class ReviewRefresher {
	#shownReview: ReviewWithQueue;
	#absentId = $state<string | null>(null);
	#isAsking = false;
	/** Whether a change was announced during a request, so that another request must follow. */
	#hasNews = false;
	readonly #addressOf: (piece: string) => string;
	readonly #countAnsweredWrites: () => number;

	constructor(shownReview: ReviewWithQueue, addressOf: (piece: string) => string, countAnsweredWrites: () => number) {
		this.#shownReview = $state.raw(shownReview);
		this.#addressOf = addressOf;
		this.#countAnsweredWrites = countAnsweredWrites;
	}

	get shownReview(): ReviewWithQueue {
		return this.#shownReview;
	}
	set shownReview(shownReview: ReviewWithQueue) {
		this.#shownReview = shownReview;
	}

	/** Whether the server no longer has the open submission, because the student took it back or replaced it. */
	get isSubmissionGone(): boolean {
		return this.#absentId === this.#shownReview.piece.id;
	}

	applyEvent(data: unknown): void {
		const { piece, queue } = this.shownReview;
		const isNews = parseBoardRowsEvent(data)?.rows.some(({ members, submission }) => {
			// Without a submission: these students have taken back their only submission.
			if (submission === null) return queue.some((queued) => isOpenSubmissionOf(queued, members));
			if (submission.id === piece.id && piece.verdict === null) return true;
			return queue.find(({ id }) => id === submission.id)?.state !== submission.state;
		});
		if (isNews) void this.refreshReview();
	}

	async refreshReview(): Promise<void> {
		this.#hasNews = this.#isAsking;
		if (this.#isAsking) return;
		this.#isAsking = true;
		const { id } = this.shownReview.piece;
		const writeCount = this.#countAnsweredWrites();
		try {
			const answer = await fetch(this.#addressOf(id), { headers: { accept: 'application/json' } });
			if (answer.status === 404) this.#absentId = id;
			// The answer comes from Braise's own server, so its format is not checked.
			const { piece, queue } = (await answer.json()) as Partial<ReviewWithQueue>;
			// The server may have read these data before storing what the teacher sent meanwhile: a sent review would look unsent for
			// a moment and lose the focus. So ask again.
			if (writeCount !== this.#countAnsweredWrites()) this.#hasNews = true;
			// The teacher may have opened another submission before the whole answer had arrived.
			else if (queue && this.shownReview.piece.id === id)
				this.shownReview = { piece: piece ?? this.shownReview.piece, queue };
		} catch {
			// Without a network, keep the present data. Reloading the page would lose the draft review.
		} finally {
			this.#isAsking = false;
		}
		if (this.#hasNews) await this.refreshReview();
	}
}

const isOpenSubmissionOf = (queued: QueuedSubmission, members: readonly BoardMember[]): boolean =>
	isOpenSubmissionState(queued.state) && queued.members.some(({ id }) => members.some((member) => member.id === id));
