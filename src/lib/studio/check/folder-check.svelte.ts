import type { Challenge } from '#lib/domain/challenge.ts';
import type { Files } from '#sandbox/contract.ts';
import type { FolderProblem } from '#lib/wire/studio.ts';
import { requestFolderCheck } from './studio-requests.ts';

/**
 * `stale`: the files have changed since the last check. `offline`, `busy`: the last request failed and will be repeated.
 * `refused`: the server refuses these files and is not asked again. `lost`: the server failed several times to end the check
 * of these files, and is asked again when the files change or on request.
 */
type FolderCheckState = 'stale' | 'checking' | 'current' | 'offline' | 'busy' | 'refused' | 'lost';

const RETRIED_REFUSALS = ['busy', 'too-often'];

const QUICK_CHECK_DELAY_MS = 300;
const COMPLETE_CHECK_DELAY_MS = 900;
const RETRY_PAUSE_MS = 5000;
/** How often the server may fail to end the check of the same files before the page stops asking. */
const MOST_LOST_CHECKS = 5;

export class LiveFolderCheck {
	state: FolderCheckState = $state('stale');
	problems: FolderProblem[] = $state.raw([]);
	/** The folder packed as a challenge; null until challenge.yaml can be read. */
	challenge: Challenge | null = $state.raw(null);
	/** Hash of the folder's parts that a contributor approves; empty until the server has checked the present files. */
	shownHash = $state('');
	/** Whether the last check was complete, with programs and types, and of the present files. */
	isWhole = $state(false);
	readonly #account: string;
	readonly #nameOf: (files: Files) => string;
	#files: Files | null = null;
	#checkTimer: ReturnType<typeof setTimeout> | undefined;
	#lostCount = 0;
	#isAsking = false;
	#isDisposed = false;

	constructor(account: string, nameOf: (files: Files) => string) {
		this.#account = account;
		this.#nameOf = nameOf;
	}

	updateFiles(files: Files): void {
		if (files === this.#files) return;
		this.#files = files;
		this.state = 'stale';
		this.shownHash = '';
		this.isWhole = false;
		this.#lostCount = 0;
		this.#scheduleCheck(QUICK_CHECK_DELAY_MS, false);
	}

	retry(): void {
		this.#lostCount = 0;
		this.state = 'stale';
		this.#scheduleCheck(0, false);
	}

	dispose(): void {
		this.#isDisposed = true;
		clearTimeout(this.#checkTimer);
	}

	#scheduleCheck(pause: number, isWhole: boolean): void {
		clearTimeout(this.#checkTimer);
		this.#checkTimer = setTimeout(() => void this.#requestCheck(isWhole), pause);
	}

	async #requestCheck(isWhole: boolean): Promise<void> {
		const files = this.#files;
		// The server checks one folder at a time, so a new request waits for the answer to the last.
		if (files === null || this.#isAsking) return;
		this.#isAsking = true;
		this.state = 'checking';
		const knownHash = this.challenge?.hash ?? null;
		const answer = await requestFolderCheck({
			account: this.#account,
			name: this.#nameOf(files),
			files,
			isWhole,
			known: knownHash
		});
		this.#isAsking = false;
		if (this.#isDisposed) return;
		if (files !== this.#files) return this.#scheduleCheck(0, false);
		if (answer.kind !== 'checked') {
			if (answer.kind === 'refused' && !RETRIED_REFUSALS.includes(answer.reason)) {
				this.state = 'refused';
				return;
			}
			if (answer.kind === 'refused' && answer.reason === 'busy') this.#lostCount += 1;
			if (this.#lostCount >= MOST_LOST_CHECKS) {
				this.state = 'lost';
				return;
			}
			this.state = answer.kind === 'unanswered' && answer.reason === 'offline' ? 'offline' : 'busy';
			return this.#scheduleCheck(RETRY_PAUSE_MS, isWhole);
		}
		this.shownHash = answer.shownHash;
		if (answer.challenge !== null) this.challenge = answer.challenge;
		// A quick check does not look at programs: known problems in programs stay until the complete check.
		if (isWhole || answer.problems.length > 0) this.problems = answer.problems;
		this.isWhole = isWhole;
		this.state = isWhole ? 'current' : 'checking';
		if (!isWhole) this.#scheduleCheck(COMPLETE_CHECK_DELAY_MS, true);
	}
}
