/** A student's browser, which hands in, follows its event stream, and reads its verdict. */
import { handInApi, parseHandInAnswer, type SentHandIn } from '#lib/wire/hand-in.ts';
import { isNewSubmissionState, parseOwnSubmissions, type OwnSubmission } from '#lib/wire/own-submission.ts';
import type { ProgressRow } from '#lib/domain/progress.ts';
import { parseOwnBoardRowEvent } from '#lib/wire/watch-events.ts';
import { openEventStream, type HeardEvent, type EventStream } from '../board/streams.ts';
import type { SignedInAccount } from '../signed-in.ts';
import { handInVersionId, workIdOfAccount } from '../hand-ins/works.ts';

/** Milliseconds to wait for a verdict at most. */
const PATIENCE = 180_000;

export class HandInAuthor {
	readonly #base: string;
	readonly #assignment: string;
	readonly #student: SignedInAccount;
	readonly #work: string;
	readonly #version: string;
	#stream: EventStream | undefined;
	#newest: OwnSubmission | null = null;
	#reading = 0;
	#heard: ProgressRow['submission'] | undefined;
	#read: () => void = () => undefined;
	asked = 0;

	constructor(
		base: string,
		assignment: string,
		student: SignedInAccount,
		work = workIdOfAccount(student.account),
		version = handInVersionId(student.account)
	) {
		this.#base = base;
		this.#assignment = assignment;
		this.#student = student;
		this.#work = work;
		this.#version = version;
	}

	/** Resolves when the stream has brought its first state. */
	async open(): Promise<void> {
		const address = `${this.#base}/api/assignments/${this.#assignment}/events`;
		this.#stream = await openEventStream(address, this.#student.cookie, (event) => this.#hear(event));
	}

	close(): void {
		this.#stream?.close();
	}

	/** Hands in. Resolves to the milliseconds until the verdict was read; to null when it never came. */
	async handIn(): Promise<number | null> {
		const began = performance.now();
		if (!(await this.sendHandIn())) return null;
		const verdictMilliseconds = new Promise<number | null>((resolve) => {
			const late = setTimeout(() => resolve(null), PATIENCE);
			this.#read = () => {
				if (!this.#newest?.verdict) return;
				clearTimeout(late);
				resolve(performance.now() - began);
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
			work: this.#work,
			version: this.#version,
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
		return `${this.#base}/api/assignments/${this.#assignment}/submissions`;
	}

	/** Reacts to an event as `HandIn.heard` in lib/classroom/student does. */
	#hear({ name, data }: HeardEvent): void {
		const submission = name === 'row' ? parseOwnBoardRowEvent(data)?.row.submission : undefined;
		if (submission === undefined || !isNewSubmissionState(submission, this.#newest)) return;
		if (this.#reading > 0) this.#heard = submission;
		else void this.#refresh();
	}

	async #refresh(): Promise<void> {
		this.#heard = undefined;
		this.#reading += 1;
		await this.#fetchSubmissions();
		this.#reading -= 1;
		if (this.#reading === 0 && this.#heard !== undefined && isNewSubmissionState(this.#heard, this.#newest))
			void this.#refresh();
	}

	async #fetchSubmissions(): Promise<void> {
		this.asked += 1;
		const response = await fetch(`${this.#address}?account=${this.#student.account}`, {
			headers: { cookie: this.#student.cookie }
		});
		const answer = parseOwnSubmissions(await response.json().catch(() => undefined));
		if (answer?.kind !== 'submissions') return;
		this.#newest = answer.submissions[0] ?? null;
		this.#read();
	}
}
