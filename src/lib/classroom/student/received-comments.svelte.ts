/** Holds a teacher's line comments on the newest submission, and which of them are done. */
import { handInApi } from '#lib/wire/hand-in.ts';
import { parseSubmittedFiles, parseCommentMarkAnswer } from '#lib/wire/own-submission.ts';
import type { Version } from '#lib/domain/work.ts';
import type { Files } from '#sandbox/contract.ts';
import type { HandIn } from './hand-in.svelte.ts';
import { placeComments, type PlacedComment } from './place-comments.ts';

export class ReceivedLineComments {
	readonly #handIn: HandIn;
	/** Files of the submission that the comments are about. */
	#frozen = $state.raw<{ submission: string; files: Files } | null>(null);
	/** Marks made on this page, by comment id, which the loaded review does not have yet. */
	#marked = $state.raw<Record<string, boolean>>({});
	failed = $state(false);

	constructor(handIn: HandIn) {
		this.#handIn = handIn;
	}

	/** Returns the comments with their lines in the present code. */
	placeOn(files: Files): PlacedComment[] {
		const { newest } = this.#handIn;
		if (!newest?.feedback) return [];
		const frozen = this.#frozen?.submission === newest.id ? this.#frozen.files : null;
		const lines = newest.feedback.lines.map((line) => ({ ...line, done: this.#marked[line.id] ?? line.done }));
		return placeComments(lines, frozen, files);
	}

	/** Loads the submitted files from this machine's history, else from the server. */
	async loadSubmittedFiles(history: () => Promise<Version[]>): Promise<void> {
		const { newest, account, assignment } = this.#handIn;
		if (!newest?.feedback || this.#frozen?.submission === newest.id) return;
		const { id, version } = newest;
		const here = (await history()).find((one) => one.id === version)?.files;
		const files = here ?? (await fetchFrozen(assignment, account, id));
		if (files) this.#frozen = { submission: id, files };
	}

	async setCommentDone({ id }: Pick<PlacedComment, 'id'>, done: boolean): Promise<void> {
		const { account, assignment } = this.#handIn;
		this.#marked = { ...this.#marked, [id]: done };
		const address = `/api/assignments/${encodeURIComponent(assignment)}/comments/${encodeURIComponent(id)}`;
		const response = await fetch(address, {
			method: 'PUT',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ format: handInApi.format, account, done }),
			redirect: 'manual'
		}).catch(() => undefined);
		const answer = parseCommentMarkAnswer(await response?.json().catch(() => undefined));
		this.failed = answer?.kind !== 'marked';
		if (!this.failed) return;
		const { [id]: _, ...rest } = this.#marked;
		this.#marked = rest;
	}
}

async function fetchFrozen(assignment: string, account: string, id: string): Promise<Files | undefined> {
	const query = new URLSearchParams({ account }).toString();
	const address = `/api/assignments/${encodeURIComponent(assignment)}/submissions/${encodeURIComponent(id)}?${query}`;
	const response = await fetch(address, { redirect: 'manual', cache: 'no-store' }).catch(() => undefined);
	const answer = parseSubmittedFiles(await response?.json().catch(() => undefined));
	return answer?.kind === 'frozen' ? answer.files : undefined;
}
