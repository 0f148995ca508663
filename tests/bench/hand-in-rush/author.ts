import { handInApi, parseHandInAnswer, type SentHandIn } from '#lib/wire/hand-in.ts';
import { hasNewerSubmissionState, parseOwnSubmissions, type OwnSubmission } from '#lib/wire/own-submission.ts';
import type { ProgressRow } from '#lib/domain/progress.ts';
import { parseOwnBoardRowEvent } from '#lib/wire/watch-events.ts';
import { openEventStream, type StreamEvent, type EventStream } from '../board/streams.ts';
import type { SignedInAccount } from '../signed-in.ts';
import { handInVersionId, workIdOfAccount } from '../hand-ins/works.ts';

/** Milliseconds to wait for a verdict at most. */
const VERDICT_TIMEOUT_MS = 180_000;

export class HandInAuthor {
	readonly #base: string;
	readonly #assignmentId: string;
	readonly #student: SignedInAccount;
	readonly #workId: string;
	readonly #versionId: string;
	#eventStream: EventStream | undefined;
	readonly #sentId = crypto.randomUUID();
	#newestSubmission: OwnSubmission | null = null;
	#isAnswerExpected = false;
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
	async openEvents(): Promise<void> {
		const address = `${this.#base}/api/assignments/${this.#assignmentId}/events`;
		this.#eventStream = await openEventStream(address, this.#student.cookie, (event) => this.#hear(event));
	}

	close(): void {
		this.#eventStream?.close();
	}

	/** Hands in. Resolves to the milliseconds until the verdict was read; to null when it never came. */
	async handIn(): Promise<number | null> {
		const startMoment = performance.now();
		const ownSubmissions = await this.sendHandIn();
		if (ownSubmissions === undefined) return null;
		const verdictMilliseconds = new Promise<number | null>((resolve) => {
			const patienceTimer = setTimeout(() => resolve(null), VERDICT_TIMEOUT_MS);
			this.#onSubmissionsRead = () => {
				if (!this.#newestSubmission?.verdict) return;
				clearTimeout(patienceTimer);
				resolve(performance.now() - startMoment);
			};
		});
		this.#takeSubmissions(ownSubmissions);
		this.#refreshIfNew();
		return verdictMilliseconds;
	}

	/** Resolves to the submissions that the server's answer brings; to undefined when it refused. */
	async sendHandIn(): Promise<unknown> {
		const { account, cookie } = this.#student;
		this.#isAnswerExpected = true;
		const handIn: SentHandIn = {
			format: handInApi.format,
			account,
			id: this.#sentId,
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
		const answer = parseHandInAnswer(await response.json().catch(() => undefined));
		this.#isAnswerExpected = false;
		return answer?.kind === 'handed-in' ? answer.ownSubmissions : undefined;
	}

	get #address(): string {
		return `${this.#base}/api/assignments/${this.#assignmentId}/submissions`;
	}

	/** Reacts to an event as `HandIn.refreshOnNewState` in lib/classroom/student does. */
	#hear({ name, data }: StreamEvent): void {
		const submission = name === 'row' ? parseOwnBoardRowEvent(data)?.row.submission : undefined;
		if (submission === undefined || !hasNewerSubmissionState(submission, this.#newestSubmission)) return;
		if (this.#openFetchCount > 0 || (this.#isAnswerExpected && submission?.id === this.#sentId))
			this.#heardSubmission = submission;
		else void this.#refresh();
	}

	async #refresh(): Promise<void> {
		this.#heardSubmission = undefined;
		this.#openFetchCount += 1;
		await this.#fetchSubmissions();
		this.#openFetchCount -= 1;
		this.#refreshIfNew();
	}

	#refreshIfNew(): void {
		if (
			this.#openFetchCount === 0 &&
			this.#heardSubmission !== undefined &&
			hasNewerSubmissionState(this.#heardSubmission, this.#newestSubmission)
		)
			void this.#refresh();
	}

	async #fetchSubmissions(): Promise<void> {
		this.fetchCount += 1;
		const response = await fetch(`${this.#address}?account=${this.#student.account}`, {
			headers: { cookie: this.#student.cookie }
		});
		this.#takeSubmissions(await response.json().catch(() => undefined));
	}

	#takeSubmissions(input: unknown): void {
		const answer = parseOwnSubmissions(input);
		if (answer?.kind !== 'submissions') return;
		this.#newestSubmission = answer.submissions[0] ?? null;
		this.#onSubmissionsRead();
	}
}
