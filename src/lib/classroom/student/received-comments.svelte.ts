import { handInApi } from '#lib/wire/hand-in.ts';
import { parseSubmittedFiles, parseCommentDoneMarkAnswer } from '#lib/wire/own-submission.ts';
import type { Version } from '#lib/domain/work.ts';
import type { Files } from '#sandbox/contract.ts';
import type { HandIn } from './hand-in.svelte.ts';
import { placeComments, type PlacedComment } from './place-comments.ts';

export class ReceivedLineComments {
	readonly #handIn: HandIn;
	#frozenFiles = $state.raw<{ submission: string; files: Files } | null>(null);
	#markById = $state.raw<Record<string, boolean>>({});
	hasFailed = $state(false);

	constructor(handIn: HandIn) {
		this.#handIn = handIn;
	}

	placeCommentsOn(files: Files): PlacedComment[] {
		const { newest } = this.#handIn;
		if (!newest?.feedback) return [];
		const frozen = this.#frozenFiles?.submission === newest.id ? this.#frozenFiles.files : null;
		const lines = newest.feedback.lines.map((line) => ({ ...line, done: this.#markById[line.id] ?? line.done }));
		return placeComments(lines, frozen, files);
	}

	async loadSubmittedFiles(history: () => Promise<Version[]>): Promise<void> {
		const { newest, account, assignmentId } = this.#handIn;
		if (!newest?.feedback || this.#frozenFiles?.submission === newest.id) return;
		const { id, version } = newest;
		const localFiles = (await history()).find((one) => one.id === version)?.files;
		const files = localFiles ?? (await fetchSubmittedFiles(assignmentId, account, id));
		if (files) this.#frozenFiles = { submission: id, files };
	}

	async setCommentDone({ id }: Pick<PlacedComment, 'id'>, done: boolean): Promise<void> {
		const { account, assignmentId } = this.#handIn;
		this.#markById = { ...this.#markById, [id]: done };
		const address = `/api/assignments/${encodeURIComponent(assignmentId)}/comments/${encodeURIComponent(id)}`;
		const response = await fetch(address, {
			method: 'PUT',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ format: handInApi.format, account, done }),
			redirect: 'manual'
		}).catch(() => undefined);
		const answer = parseCommentDoneMarkAnswer(await response?.json().catch(() => undefined));
		this.hasFailed = answer?.kind !== 'marked';
		if (!this.hasFailed) return;
		const { [id]: _, ...rest } = this.#markById;
		this.#markById = rest;
	}
}

async function fetchSubmittedFiles(assignmentId: string, account: string, id: string): Promise<Files | undefined> {
	const query = new URLSearchParams({ account }).toString();
	const address = `/api/assignments/${encodeURIComponent(assignmentId)}/submissions/${encodeURIComponent(id)}?${query}`;
	const response = await fetch(address, { redirect: 'manual', cache: 'no-store' }).catch(() => undefined);
	const answer = parseSubmittedFiles(await response?.json().catch(() => undefined));
	return answer?.kind === 'frozen' ? answer.files : undefined;
}
