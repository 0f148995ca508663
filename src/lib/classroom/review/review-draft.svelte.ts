import { newId } from '#lib/domain/identity.ts';
import {
	EMPTY_REVIEW,
	isSameReview,
	type LineComment,
	type ReviewMove,
	type ReviewText,
	mergeReviews,
	resolveReviewClashes,
	type ReviewClashChoice,
	type ReviewClash
} from '#lib/domain/review.ts';
import type { ReviewRefusal, SubmissionForReview } from '#lib/wire/review.ts';
import { isReviewedState, type SubmissionState } from '#lib/domain/submission.ts';
import type { sendReview, UnsentReview } from './send-review.ts';

const SAVE_DELAY_MILLISECONDS = 700;
const LONGEST_RETRY_MILLISECONDS = 20_000;

export type ReviewSaveState = 'nothing' | 'kept' | 'waiting' | 'failed';

/**
 * A teacher's unfinished review, which never overwrites another teacher's text: changes in different places are merged, and
 * where both teachers changed the same place one of them decides.
 */
export class ReviewDraft {
	readonly id: string;
	text = $state.raw<ReviewText>(EMPTY_REVIEW);
	state = $state<SubmissionState>('handed-in');
	saveState = $state<ReviewSaveState>('nothing');
	refusal = $state<ReviewRefusal | null>(null);
	/** Places that two teachers changed differently: nothing is sent until one teacher decides. */
	clashes = $state.raw<ReviewClash[]>([]);
	/** Name of another teacher who saved a change in the meantime; empty when that teacher's account was deleted. */
	otherTeacher = $state<string | null>(null);
	removedLineComment = $state.raw<LineComment | null>(null);
	isChangingState = $state(false);
	/** The submission's state after this teacher returned or accepted it; null once the server reports that state. */
	stateAfterMove = $state<SubmissionState | null>(null);
	/** Whether the server did not answer the last request to return or accept the submission; nothing repeats that request. */
	isMoveUnanswered = $state(false);
	/** Number of writes that the server has answered. Data read during a write may be older than the write. */
	answeredWriteCount = 0;
	#revision = 0;
	#serverText: ReviewText = EMPTY_REVIEW;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#lastSending: Promise<unknown> = Promise.resolve();
	#failures = 0;
	readonly #write: (writing: UnsentReview) => ReturnType<typeof sendReview>;

	constructor(
		piece: Pick<SubmissionForReview, 'id' | 'state' | 'review'>,
		write: (writing: UnsentReview) => ReturnType<typeof sendReview>
	) {
		this.id = piece.id;
		this.state = piece.state;
		this.#write = write;
		if (!piece.review) return;
		this.#revision = piece.review.revision;
		this.#serverText = this.text = piece.review.text;
	}

	/** Returns the review's text without empty line comments, which are never sent. */
	get #textToSend(): ReviewText {
		return { ...this.text, lines: this.text.lines.filter(({ text }) => text.trim() !== '') };
	}

	get isReadOnly(): boolean {
		return isReviewedState(this.state);
	}

	get isUnsaved(): boolean {
		return !isSameReview(this.#textToSend, this.#serverText);
	}

	/** Takes a newer review from the server, unless this page has unsaved changes. */
	takeServerReview(piece: Pick<SubmissionForReview, 'state' | 'review'>): void {
		if (this.isChangingState || this.isUnsaved) return;
		// The request arrived after all.
		if (piece.state !== this.state) this.isMoveUnanswered = false;
		this.state = piece.state;
		this.stateAfterMove = null;
		const { review } = piece;
		if (review === null || review.revision <= this.#revision) return;
		this.#revision = review.revision;
		this.#serverText = review.text;
		this.text = { ...review.text, lines: [...review.text.lines, ...this.#emptyLineComments()] };
	}

	setComment(comment: string): void {
		this.#changeText({ ...this.text, comment });
	}

	chooseLevel(criterion: string, level: string | null): void {
		const { [criterion]: _, ...others } = this.text.rubric;
		this.#changeText({ ...this.text, rubric: level === null ? others : { ...others, [criterion]: level } });
	}

	ensureLineComment(file: string, line: number): string {
		const existingComment = this.text.lines.find((one) => one.file === file && one.line === line);
		if (existingComment) return existingComment.id;
		const comment = { id: newId(), file, line, text: '' };
		this.text = { ...this.text, lines: [...this.text.lines, comment] };
		return comment.id;
	}

	rewriteLineComment(id: string, text: string): void {
		this.#changeText({
			...this.text,
			lines: this.text.lines.map((line) => (line.id === id ? { ...line, text } : line))
		});
	}

	removeLineComment(id: string): void {
		const comment = this.text.lines.find((line) => line.id === id);
		if (comment && comment.text.trim() !== '') this.removedLineComment = comment;
		this.#changeText({ ...this.text, lines: this.text.lines.filter((line) => line.id !== id) });
	}

	putBackLineComment(): void {
		const comment = this.removedLineComment;
		this.removedLineComment = null;
		if (comment) this.#changeText({ ...this.text, lines: [...this.text.lines, comment] });
	}

	resolveClashes(choice: ReviewClashChoice): void {
		const settledText = resolveReviewClashes(this.#textToSend, this.clashes, choice);
		this.clashes = [];
		this.#changeText(settledText);
	}

	/** Sends unsaved changes at once; resolves to whether the server has accepted the changes. */
	sendNow(): Promise<boolean> {
		return this.#queueSending(null);
	}

	async changeState(move: ReviewMove): Promise<boolean> {
		this.isChangingState = true;
		this.isMoveUnanswered = false;
		try {
			return await this.#queueSending(move);
		} finally {
			this.isChangingState = false;
		}
	}

	#changeText(text: ReviewText): void {
		this.text = text;
		this.refusal = null;
		this.isMoveUnanswered = false;
		this.saveState = 'waiting';
		this.#scheduleSaving(SAVE_DELAY_MILLISECONDS);
	}

	#scheduleSaving(milliseconds: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.sendNow(), milliseconds);
	}

	/** Sends one request at a time, since each request needs the revision number that the last answer brought. */
	#queueSending(move: ReviewMove | null): Promise<boolean> {
		clearTimeout(this.#timer);
		const turn = this.#lastSending.then(() => this.#send(move));
		this.#lastSending = turn;
		return turn;
	}

	async #send(move: ReviewMove | null): Promise<boolean> {
		if (this.clashes.length > 0) return false;
		const text = this.#textToSend;
		if (move === null && isSameReview(text, this.#serverText)) {
			if (this.saveState !== 'nothing') this.saveState = 'kept';
			return true;
		}
		const answer = await this.#write({ revision: this.#revision, text, move });
		if (answer === undefined) {
			this.isMoveUnanswered ||= move !== null;
			return this.#retryLater();
		}
		this.answeredWriteCount += 1;
		this.#failures = 0;
		if (answer.kind === 'refused') {
			this.refusal = answer.reason;
			this.saveState = 'failed';
			return false;
		}
		this.state = answer.state;
		if (answer.kind === 'changed') {
			this.#mergeTheirs(answer.review.text, answer.review.revision);
			this.otherTeacher = answer.review.reviewer?.name ?? '';
			return false;
		}
		if (move !== null) this.stateAfterMove = answer.state;
		this.#revision = answer.revision;
		this.#serverText = text;
		this.refusal = null;
		this.saveState = this.isUnsaved ? 'waiting' : 'kept';
		if (this.isUnsaved) this.#scheduleSaving(SAVE_DELAY_MILLISECONDS);
		return true;
	}

	#mergeTheirs(theirs: ReviewText, revision: number): void {
		const { text, clashes } = mergeReviews(this.#serverText, this.#textToSend, theirs);
		this.text = { ...text, lines: [...text.lines, ...this.#emptyLineComments()] };
		this.#serverText = theirs;
		this.#revision = revision;
		this.clashes = clashes;
		this.saveState = clashes.length === 0 && !this.isUnsaved ? 'kept' : 'waiting';
		if (clashes.length === 0) this.#scheduleSaving(0);
	}

	#retryLater(): false {
		this.saveState = 'failed';
		this.#failures += 1;
		this.#scheduleSaving(Math.min(1000 * 2 ** this.#failures, LONGEST_RETRY_MILLISECONDS));
		return false;
	}

	#emptyLineComments() {
		return this.text.lines.filter(({ text }) => text.trim() === '');
	}
}
