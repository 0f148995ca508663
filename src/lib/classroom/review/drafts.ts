/** The drafts of this tab: one for each piece that was looked at, so that what is still on its way arrives when its piece is left. */
import type { QueuedPiece, ReviewedPiece } from '#lib/domain/review-queue.ts';
import { shownState } from '#lib/domain/submission.ts';
import { Draft } from './draft.svelte.ts';
import { sendReview } from './send.ts';

export class Drafts {
	readonly #drafts = new Map<string, Draft>();

	/** `address`: where this piece is written to. */
	of(piece: ReviewedPiece, address: string, account: string): Draft {
		const known = this.#drafts.get(piece.id);
		if (known) return known;
		const draft = new Draft(piece, (writing) => sendReview(address, account, writing));
		this.#drafts.set(piece.id, draft);
		return draft;
	}

	/** As far as it is known here what became of them, which the queue may not know yet. */
	withMoves(queue: readonly QueuedPiece[]): readonly QueuedPiece[] {
		return queue.map((piece) => {
			const moved = this.#drafts.get(piece.id)?.moved;
			return moved ? { ...piece, state: moved, shown: shownState({ state: moved, judged: true }) } : piece;
		});
	}

	get isUnsaved(): boolean {
		return [...this.#drafts.values()].some((draft) => draft.isUnsaved);
	}

	flush(): void {
		for (const draft of this.#drafts.values()) if (draft.isUnsaved) void draft.flush();
	}
}
