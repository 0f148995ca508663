/**
 * What a teacher writes about one piece, saved by itself at each pause. Another who writes at the same time is never written over: what
 * only one of them changed is joined, and what both changed waits for a decision. Absent, and must stay so: a text that is nowhere.
 */
import { newId } from '#lib/domain/identity.ts';
import { EMPTY_REVIEW, sameReview, type ReviewMove, type ReviewRefusal, type ReviewText } from '#lib/domain/review.ts';
import { joinReviews, settle, type Choice, type Clash } from '#lib/domain/review-merge.ts';
import type { ReviewedPiece } from '#lib/domain/review-queue.ts';
import type { SubmissionState } from '#lib/domain/submission.ts';
import type { sendReview, Writing } from './send.ts';

/** Milliseconds without a key. */
const PAUSE = 700;
const LONGEST_WAIT = 20_000;

export type Keeping = 'nothing' | 'kept' | 'waiting' | 'failed';

export class Draft {
	readonly id: string;
	text = $state.raw<ReviewText>(EMPTY_REVIEW);
	state = $state<SubmissionState>('handed-in');
	keeping = $state<Keeping>('nothing');
	refused = $state<ReviewRefusal | null>(null);
	/** Where both wrote something else: nothing is sent until it is decided. */
	clashes = $state.raw<Clash[]>([]);
	/** Who wrote at the same time, once one did; empty: their account is gone. */
	other = $state<string | null>(null);
	/** A return or an acceptance is on its way. */
	moving = $state(false);
	/** What was done with it here, until the server tells of it by itself. */
	moved = $state<SubmissionState | null>(null);
	#revision = 0;
	/** As the server has it. */
	#base: ReviewText = EMPTY_REVIEW;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#turn: Promise<unknown> = Promise.resolve();
	#failures = 0;
	readonly #write: (writing: Writing) => ReturnType<typeof sendReview>;

	constructor(
		piece: Pick<ReviewedPiece, 'id' | 'state' | 'review'>,
		write: (writing: Writing) => ReturnType<typeof sendReview>
	) {
		this.id = piece.id;
		this.state = piece.state;
		this.#write = write;
		if (!piece.review) return;
		this.#revision = piece.review.revision;
		this.#base = this.text = piece.review.text;
	}

	/** Without comments that are still empty. */
	get #written(): ReviewText {
		return { ...this.text, lines: this.text.lines.filter(({ text }) => text.trim() !== '') };
	}

	get isUnsaved(): boolean {
		return !sameReview(this.#written, this.#base);
	}

	/** What the server told of it since, where this says nothing else. */
	hear(piece: Pick<ReviewedPiece, 'state' | 'review'>): void {
		if (this.moving || this.isUnsaved) return;
		this.state = piece.state;
		this.moved = null;
		const { review } = piece;
		if (review === null || review.revision <= this.#revision) return;
		this.#revision = review.revision;
		this.#base = review.text;
		this.text = { ...review.text, lines: [...review.text.lines, ...this.#empties()] };
	}

	say(comment: string): void {
		this.#change({ ...this.text, comment });
	}

	/** Null: none of them. */
	grade(criterion: string, level: string | null): void {
		const { [criterion]: _, ...others } = this.text.rubric;
		this.#change({ ...this.text, rubric: level === null ? others : { ...others, [criterion]: level } });
	}

	/** Resolves to the comment's id: the one that is there, or a new one. */
	comment(file: string, line: number): string {
		const there = this.text.lines.find((one) => one.file === file && one.line === line);
		if (there) return there.id;
		const made = { id: newId(), file, line, text: '' };
		this.text = { ...this.text, lines: [...this.text.lines, made] };
		return made.id;
	}

	rewrite(id: string, text: string): void {
		this.#change({ ...this.text, lines: this.text.lines.map((line) => (line.id === id ? { ...line, text } : line)) });
	}

	remove(id: string): void {
		this.#change({ ...this.text, lines: this.text.lines.filter((line) => line.id !== id) });
	}

	settle(choice: Choice): void {
		const settled = settle(this.#written, this.clashes, choice);
		this.clashes = [];
		this.#change(settled);
	}

	/** Writes at once what waits. */
	flush(): Promise<boolean> {
		return this.#queue(null);
	}

	/** Resolves to whether it was done. */
	async move(move: ReviewMove): Promise<boolean> {
		this.moving = true;
		try {
			return await this.#queue(move);
		} finally {
			this.moving = false;
		}
	}

	#change(text: ReviewText): void {
		this.text = text;
		this.refused = null;
		this.keeping = 'waiting';
		this.#later(PAUSE);
	}

	#later(milliseconds: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), milliseconds);
	}

	/** One after the other: each is written on what the one before gave. */
	#queue(move: ReviewMove | null): Promise<boolean> {
		clearTimeout(this.#timer);
		const turn = this.#turn.then(() => this.#send(move));
		this.#turn = turn;
		return turn;
	}

	async #send(move: ReviewMove | null): Promise<boolean> {
		if (this.clashes.length > 0) return false;
		const text = this.#written;
		if (move === null && sameReview(text, this.#base)) {
			if (this.keeping !== 'nothing') this.keeping = 'kept';
			return true;
		}
		const answer = await this.#write({ revision: this.#revision, text, move });
		if (answer === undefined) return this.#fail();
		this.#failures = 0;
		if (answer.kind === 'refused') {
			this.refused = answer.reason;
			this.keeping = 'failed';
			return false;
		}
		this.state = answer.state;
		if (answer.kind === 'changed') {
			this.#join(answer.review.text, answer.review.revision);
			this.other = answer.review.reviewer?.name ?? '';
			return false;
		}
		if (move !== null) this.moved = answer.state;
		this.#revision = answer.revision;
		this.#base = text;
		this.refused = null;
		this.keeping = this.isUnsaved ? 'waiting' : 'kept';
		if (this.isUnsaved) this.#later(PAUSE);
		return true;
	}

	#join(theirs: ReviewText, revision: number): void {
		const { text, clashes } = joinReviews(this.#base, this.#written, theirs);
		this.text = { ...text, lines: [...text.lines, ...this.#empties()] };
		this.#base = theirs;
		this.#revision = revision;
		this.clashes = clashes;
		this.keeping = clashes.length === 0 && !this.isUnsaved ? 'kept' : 'waiting';
		if (clashes.length === 0) this.#later(0);
	}

	#fail(): false {
		this.keeping = 'failed';
		this.#failures += 1;
		this.#later(Math.min(1000 * 2 ** this.#failures, LONGEST_WAIT));
		return false;
	}

	#empties() {
		return this.text.lines.filter(({ text }) => text.trim() === '');
	}
}
