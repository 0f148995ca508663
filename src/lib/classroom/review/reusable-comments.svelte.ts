import type { ReusableComment, ReusableCommentRequest } from '#lib/wire/review.ts';
import { pseudonymKey } from '#lib/domain/pseudonym.ts';

const MOST_OFFERED_COMMENTS = 5;

export class ReusableComments {
	all = $state.raw<readonly ReusableComment[]>([]);
	readonly #send: (request: ReusableCommentRequest) => Promise<ReusableComment[] | undefined>;

	constructor(
		all: readonly ReusableComment[],
		send: (request: ReusableCommentRequest) => Promise<ReusableComment[] | undefined>
	) {
		this.all = all;
		this.#send = send;
	}

	/** Returns the reusable comments that contain the text's last line; for an empty line, the most used ones. */
	findMatching(text: string): readonly ReusableComment[] {
		const lineKey = pseudonymKey(lastLineOf(text));
		const fittingComments = this.all.filter(
			(one) => !text.includes(one.text) && pseudonymKey(one.text).includes(lineKey)
		);
		return fittingComments.slice(0, MOST_OFFERED_COMMENTS);
	}

	isKept(text: string): boolean {
		return this.all.some((one) => one.text === text.trim());
	}

	/** Returns the text with its last line replaced by the reusable comment, and counts one use of the comment. */
	insertComment(text: string, phrase: ReusableComment): string {
		void this.#sendRequest({ kind: 'use', id: phrase.id });
		return text.slice(0, text.length - lastLineOf(text).length) + phrase.text;
	}

	keep(text: string): void {
		void this.#sendRequest({ kind: 'keep', text: text.trim() });
	}

	remove(phrase: ReusableComment): void {
		this.all = this.all.filter((one) => one.id !== phrase.id);
		void this.#sendRequest({ kind: 'remove', id: phrase.id });
	}

	async #sendRequest(request: ReusableCommentRequest): Promise<void> {
		const comments = await this.#send(request);
		if (comments) this.all = comments;
	}
}

const lastLineOf = (text: string): string => text.slice(text.lastIndexOf('\n') + 1);
