/**
 * What is new of a piece and of the queue while a page is open. Asked for beside the page: a network that is away for a moment must not
 * take the page, and what is being written on it, with it.
 */
import type { QueuedPiece, ReviewedPiece } from '#lib/domain/review-queue.ts';
import { parseRows } from '#lib/domain/watch-events.ts';

export interface Shown {
	piece: ReviewedPiece;
	queue: readonly QueuedPiece[];
}

export class News {
	#shown: Shown;
	#asking = false;
	/** Something was heard while it was asked. */
	#again = false;
	readonly #addressOf: (piece: string) => string;

	constructor(shown: Shown, addressOf: (piece: string) => string) {
		this.#shown = $state.raw(shown);
		this.#addressOf = addressOf;
	}

	/** The newest that is known. */
	get shown(): Shown {
		return this.#shown;
	}
	set shown(shown: Shown) {
		this.#shown = shown;
	}

	/** Rows of the board: who of the class is where. */
	hear(data: unknown): void {
		const { piece, queue } = this.shown;
		const isNews = parseRows(data)?.rows.some(({ submission }) => {
			if (submission === null) return false;
			if (submission.id === piece.id && piece.verdict === null) return true;
			return queue.find(({ id }) => id === submission.id)?.state !== submission.state;
		});
		if (isNews) void this.ask();
	}

	async ask(): Promise<void> {
		this.#again = this.#asking;
		if (this.#asking) return;
		this.#asking = true;
		const { id } = this.shown.piece;
		try {
			const answer = await fetch(this.#addressOf(id), { headers: { accept: 'application/json' } });
			// From our own server. Meanwhile another piece may be in view.
			if (answer.ok && this.shown.piece.id === id) this.shown = (await answer.json()) as Shown;
		} catch {
			// What was known stays.
		} finally {
			this.#asking = false;
		}
		if (this.#again) await this.ask();
	}
}
