import { handInApi, replacedIdsOfNextHandIn, type BrowserCheckReport } from '#lib/wire/hand-in.ts';
import { newId } from '#lib/domain/identity.ts';
import { hasNewerSubmissionState, parseOwnSubmissions, type OwnSubmission } from '#lib/wire/own-submission.ts';
import { isOpenSubmissionState, isSubmissionActAllowed, type ShownSubmissionState } from '#lib/domain/submission.ts';
import type { ProgressRow } from '#lib/domain/progress.ts';
import {
	recordHandInAnswer,
	storeSubmissions,
	readSubmissions,
	readWaitingHandIn,
	type WaitingHandIn
} from '#lib/storage/hand-ins.ts';
import { openStorage } from '#lib/storage/open.ts';

/** `sending`, `taking-back`: the server has not answered a hand-in or a withdrawal yet. `refused`: refused for good. */
export type HandInState = ShownSubmissionState | 'sending' | 'taking-back' | 'refused';

export interface HandInDetails {
	workId: string;
	version: string;
	prediction: string | null;
	report: BrowserCheckReport;
}

/**
 * A student's hand-in for one assignment. Each request is first stored in this browser; lib/storage/sync/hand-ins then sends
 * the request, from any page, until the server answers.
 */
export class HandIn {
	readonly assignmentId: string;
	readonly account: string;
	/** Hash of the challenge version on this page; null for a project. */
	readonly #challengeHash: string | null;
	/** The student's submissions, newest first; null until they are loaded. */
	submissions = $state.raw<OwnSubmission[] | null>(null);
	waitingHandIn = $state.raw<WaitingHandIn | null>(null);
	/** Whether the shown submissions come from this browser's storage, because the server did not answer. */
	isFromStorage = $state(false);
	#requestCount = 0;
	#runningReads = 0;
	/** The submission as last reported by the event stream while a read or an answer was awaited. */
	#heardSubmission: ProgressRow['submission'] | undefined;

	constructor(assignmentId: string, account: string, challengeHash: string | null = null) {
		this.assignmentId = assignmentId;
		this.account = account;
		this.#challengeHash = challengeHash;
	}

	get newest(): OwnSubmission | null {
		return this.submissions?.[0] ?? null;
	}

	get state(): HandInState {
		if (this.waitingHandIn?.refused) return 'refused';
		if (this.waitingHandIn) return this.waitingHandIn.act === 'hand-in' ? 'sending' : 'taking-back';
		return this.newest?.shown ?? 'working';
	}

	get mayTakeBack(): boolean {
		if (this.waitingHandIn) return this.state === 'sending';
		return this.newest !== null && isSubmissionActAllowed(this.newest.state, 'take-back');
	}

	/** Whether the authors may hand in: no submission is open, or the open submission can still be replaced. */
	get mayHandIn(): boolean {
		if (this.waitingHandIn) return this.waitingHandIn.refused === null && this.state === 'sending';
		return (
			this.newest === null ||
			!isOpenSubmissionState(this.newest.state) ||
			isSubmissionActAllowed(this.newest.state, 'take-back')
		);
	}

	startSyncing(): () => void {
		let isEnded = false;
		let closeConnection: () => void = () => undefined;
		void openStorage({ account: this.account }).then((storage) => {
			if (isEnded) return storage.close();
			const unsubscribe = storage.subscribe((change) => {
				if (change.kind === 'hand-in' && change.assignment === this.assignmentId)
					void this.#refreshAfterAnswer(change.ownSubmissions);
			});
			closeConnection = () => {
				unsubscribe();
				storage.close();
			};
		});
		void this.refreshSubmissions();
		return () => {
			isEnded = true;
			closeConnection();
		};
	}

	/** Takes the student's row from the event stream, and loads the submissions again when the row shows a new state. */
	refreshOnNewState({ submission }: Pick<ProgressRow, 'submission'>): void {
		const { waitingHandIn: waiting } = this;
		// A running read, or the awaited answer to this page's hand-in, may miss the row's change: compare again after it.
		if (this.#runningReads > 0) this.#heardSubmission = submission;
		else if (waiting !== null && waiting.refused === null && waiting.sent.id === submission?.id) {
			this.#heardSubmission = submission;
			void this.#refreshUnlessWaiting(waiting);
		} else if (hasNewerSubmissionState(submission, this.newest)) void this.refreshSubmissions();
	}

	/** Asks the server if the request is gone from storage, as after an answer that another page could not announce. */
	async #refreshUnlessWaiting({ sent }: WaitingHandIn): Promise<void> {
		const waiting = await readWaitingHandIn(this.account, this.assignmentId);
		if (waiting?.sent.id !== sent.id && this.waitingHandIn?.sent.id === sent.id) await this.refreshSubmissions();
	}

	async refreshSubmissions(): Promise<void> {
		this.#heardSubmission = undefined;
		const { assignmentId, account } = this;
		const version = this.#challengeHash === null ? '' : `&challenge=${this.#challengeHash}`;
		const address = `/api/assignments/${encodeURIComponent(assignmentId)}/submissions?account=${encodeURIComponent(account)}${version}`;
		await this.#showAnswer(fetchJson(address));
	}

	/** Shows the submissions in the answer to a hand-in. Asks the server when the answer has none or may be outdated. */
	async #refreshAfterAnswer(ownSubmissions: unknown): Promise<void> {
		const answer = parseOwnSubmissions(ownSubmissions);
		const answeredSubmission = answer?.kind === 'submissions' ? answer.submissions[0] : undefined;
		const isNewer = answeredSubmission !== undefined && answeredSubmission.handedInAt > (this.newest?.handedInAt ?? 0);
		if (isNewer && this.#runningReads === 0) await this.#showAnswer(ownSubmissions);
		else await this.refreshSubmissions();
	}

	async #showAnswer(answer: unknown): Promise<void> {
		this.#runningReads += 1;
		try {
			await this.#loadSubmissions(answer);
		} finally {
			this.#runningReads -= 1;
		}
		if (
			this.#runningReads === 0 &&
			this.#heardSubmission !== undefined &&
			hasNewerSubmissionState(this.#heardSubmission, this.newest)
		)
			void this.refreshSubmissions();
	}

	async #loadSubmissions(expectedAnswer: unknown): Promise<void> {
		const requestNumber = (this.#requestCount += 1);
		const { assignmentId, account } = this;
		const [waiting, answer] = await Promise.all([readWaitingHandIn(account, assignmentId), expectedAnswer]);
		const parsedAnswer = parseOwnSubmissions(answer);
		const submissions =
			parsedAnswer?.kind === 'submissions' ? parsedAnswer.submissions : await readSubmissions(account, assignmentId);
		if (requestNumber !== this.#requestCount) return;
		this.waitingHandIn = waiting;
		this.isFromStorage = parsedAnswer?.kind !== 'submissions';
		if (submissions !== null) this.submissions = submissions;
		if (parsedAnswer?.kind === 'submissions') await storeSubmissions(account, assignmentId, answer);
	}

	handIn({ workId, version, prediction, report }: HandInDetails): Promise<void> {
		const { newest, account, waitingHandIn: waiting } = this;
		const openSubmissionId = newest && isOpenSubmissionState(newest.state) ? newest.id : null;
		const request = {
			format: handInApi.format,
			account,
			id: newId(),
			work: workId,
			version,
			...(waiting ? replacedIdsOfNextHandIn(waiting.sent) : { replaces: openSubmissionId }),
			prediction,
			report
		} as const;
		return this.#queueRequest({
			assignment: this.assignmentId,
			act: 'hand-in',
			sent: request,
			at: Date.now(),
			refused: null
		});
	}

	async takeBack(): Promise<void> {
		const { waitingHandIn: waiting, newest, assignmentId, account } = this;
		if (!this.mayTakeBack) return;
		const at = Date.now();
		if (waiting) return this.#queueRequest({ ...waiting, act: 'take-back', at });
		if (newest === null) return;
		const { id, version } = newest;
		// To take a submission back, the server needs only the submission's id; the other fields are placeholders.
		const request = {
			format: handInApi.format,
			account,
			id,
			work: id,
			version,
			replaces: null,
			prediction: null,
			report: null
		} as const;
		await this.#queueRequest({ assignment: assignmentId, act: 'take-back', sent: request, at, refused: null });
	}

	async #queueRequest(waiting: WaitingHandIn): Promise<void> {
		this.#requestCount += 1;
		this.waitingHandIn = waiting;
		const { queueHandIn: handInSoon } = await import('#lib/storage/sync/page.ts');
		await handInSoon(this.account, waiting);
	}

	async dismissRefusal(): Promise<void> {
		const { waitingHandIn: waiting, account } = this;
		if (!waiting) return;
		await recordHandInAnswer(account, waiting, null);
		await this.refreshSubmissions();
	}
}

async function fetchJson(address: string): Promise<unknown> {
	const response = await fetch(address, { redirect: 'manual', cache: 'no-store' }).catch(() => undefined);
	return response?.json().catch(() => undefined);
}
