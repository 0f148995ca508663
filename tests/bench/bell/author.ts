/** A student's browser, which hands in, follows its event stream, and reads its verdict. */
import { handInApi, parseHandInAnswer, type SentHandIn } from '#lib/wire/hand-in.ts';
import { isNewSubmissionState, parseOwnSubmissions, type OwnSubmission } from '#lib/wire/own-submission.ts';
import type { ProgressRow } from '#lib/domain/progress.ts';
import { parseOwnBoardRowEvent } from '#lib/wire/watch-events.ts';
import { openEventStream, type HeardEvent, type EventStream } from '../board/streams.ts';
import type { SignedInAccount } from '../signed-in.ts';
import { handInVersionId, workIdOfAccount } from '../hand-ins/works.ts';

/** Milliseconds to wait for a verdict at most. */
const VERDICT_PATIENCE = 180_000;

export class HandInAuthor {
	readonly #base: string;
	readonly #assignmentId: string;
	readonly #student: SignedInAccount;
	readonly #workId: string;
	readonly #versionId: string;
	#eventStream: EventStream | undefined;
	#newestSubmission: OwnSubmission | null = null;
	#openFetchCount = 0;
	#heardSubmission: ProgressRow['submission'] | undefined;
	#onSubmissionsRead: () => void = () => undefined;
	fetchCount = 0;

	constructor(
		base: string,
		assignmentId: string,
		student: SignedInAccount,
		work = workIdOfAccount(student.account),
		version = handInVersionId(student.account)
	) {
		this.#base = base;
		this.#assignmentId = assignmentId;
		this.#student = student;
		this.#workId = work;
		this.#versionId = version;
	}

	/** Resolves when the stream has brought its first state. */
	async open(): Promise<void> {
		const address = `${this.#base}/api/assignments/${this.#assignmentId}/events`;
		this.#eventStream = await openEventStream(address, this.#student.cookie, (event) => this.#hear(event));
	}

	close(): void {
		this.#eventStream?.close();
	}

	/** Hands in. Resolves to the milliseconds until the verdict was read; to null when it never came. */
	async handIn(): Promise<number | null> {
		const startMoment = performance.now();
		if (!(await this.sendHandIn())) return null;
		const verdictMilliseconds = new Promise<number | null>((resolve) => {
			const patienceTimer = setTimeout(() => resolve(null), VERDICT_PATIENCE);
			this.#onSubmissionsRead = () => {
				if (!this.#newestSubmission?.verdict) return;
				clearTimeout(patienceTimer);
				resolve(performance.now() - startMoment);
			};
		});
		// The page also reads its submission after the answer to the hand-in, so this browser does.
		await this.#refresh();
		return verdictMilliseconds;
	}

	/** Resolves to whether the server accepted the hand-in. */
	async sendHandIn(): Promise<boolean> {
		const { account, cookie } = this.#student;
		const handIn: SentHandIn = {
			format: handInApi.format,
			account,
			id: crypto.randomUUID(),
			work: this.#workId,
			version: this.#versionId,
			replaces: null,
			prediction: '100',
			report: []
		};
		const response = await fetch(this.#address, {
			method: 'POST',
			headers: { 'content-type': 'application/json', cookie },
			body: JSON.stringify(handIn)
		});
		return parseHandInAnswer(await response.json().catch(() => undefined))?.kind === 'handed-in';
	}

	get #address(): string {
		return `${this.#base}/api/assignments/${this.#assignmentId}/submissions`;
	}

	/** Reacts to an event as `HandIn.heard` in lib/classroom/student does. */
	#hear({ name, data }: HeardEvent): void {
		const submission = name === 'row' ? parseOwnBoardRowEvent(data)?.row.submission : undefined;
		if (submission === undefined || !isNewSubmissionState(submission, this.#newestSubmission)) return;
		if (this.#openFetchCount > 0) this.#heardSubmission = submission;
		else void this.#refresh();
	}

	async #refresh(): Promise<void> {
		this.#heardSubmission = undefined;
		this.#openFetchCount += 1;
		await this.#fetchSubmissions();
		this.#openFetchCount -= 1;
		if (
			this.#openFetchCount === 0 &&
			this.#heardSubmission !== undefined &&
			isNewSubmissionState(this.#heardSubmission, this.#newestSubmission)
		)
			void this.#refresh();
	}

	async #fetchSubmissions(): Promise<void> {
		this.fetchCount += 1;
		const response = await fetch(`${this.#address}?account=${this.#student.account}`, {
			headers: { cookie: this.#student.cookie }
		});
		const answer = parseOwnSubmissions(await response.json().catch(() => undefined));
		if (answer?.kind !== 'submissions') return;
		this.#newestSubmission = answer.submissions[0] ?? null;
		this.#onSubmissionsRead();
	}
}
