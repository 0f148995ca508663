/** Keeps the report on a folder up to date: first how it reads, then, after a longer pause, all that is checked. */
import type { Challenge } from '#lib/domain/challenge.ts';
import type { Files } from '#sandbox/contract.ts';
import type { FolderProblem } from '#lib/wire/studio.ts';
import { askCheck } from './ask.ts';

/**
 * `stale`: something was typed since. `offline` and `busy`: the report is about earlier files, and the server is asked again. `refused`:
 * these files would be refused again.
 */
type CheckState = 'stale' | 'checking' | 'current' | 'offline' | 'busy' | 'refused';

const PASSING_REFUSALS = ['busy', 'too-often'];

const READ_PAUSE = 300;
const WHOLE_PAUSE = 900;
const RETRY_PAUSE = 5000;

export class FolderCheck {
	state: CheckState = $state('stale');
	problems: FolderProblem[] = $state.raw([]);
	/** The lesson as it is packed; null until the card can be read. */
	challenge: Challenge | null = $state.raw(null);
	/** The hash of what a teller approves; empty until the server has read the folder. */
	shownHash = $state('');
	/** Whether programs and types of these very files were checked. */
	isWhole = $state(false);
	readonly #account: string;
	readonly #nameOf: (files: Files) => string;
	#files: Files | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isAsking = false;
	#isDisposed = false;

	constructor(account: string, nameOf: (files: Files) => string) {
		this.#account = account;
		this.#nameOf = nameOf;
	}

	/** Takes the newest files; the server hears of them at a pause. */
	update(files: Files): void {
		if (files === this.#files) return;
		this.#files = files;
		this.state = 'stale';
		this.shownHash = '';
		this.isWhole = false;
		this.#askAfter(READ_PAUSE, false);
	}

	dispose(): void {
		this.#isDisposed = true;
		clearTimeout(this.#timer);
	}

	#askAfter(pause: number, isWhole: boolean): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#ask(isWhole), pause);
	}

	async #ask(isWhole: boolean): Promise<void> {
		const files = this.#files;
		// The server checks one folder at a time: the next request waits for this one's answer.
		if (files === null || this.#isAsking) return;
		this.#isAsking = true;
		this.state = 'checking';
		const known = this.challenge?.hash ?? null;
		const answer = await askCheck({ account: this.#account, name: this.#nameOf(files), files, isWhole, known });
		this.#isAsking = false;
		if (this.#isDisposed) return;
		if (files !== this.#files) return this.#askAfter(0, false);
		if (answer.kind !== 'checked') {
			if (answer.kind === 'refused' && !PASSING_REFUSALS.includes(answer.reason)) {
				this.state = 'refused';
				return;
			}
			this.state = answer.kind === 'unanswered' && answer.reason === 'offline' ? 'offline' : 'busy';
			return this.#askAfter(RETRY_PAUSE, isWhole);
		}
		this.shownHash = answer.shownHash;
		if (answer.challenge !== null) this.challenge = answer.challenge;
		// A quick look finds fewer problems: those of the programs stay until they are looked at again.
		if (isWhole || answer.problems.length > 0) this.problems = answer.problems;
		this.isWhole = isWhole;
		this.state = isWhole ? 'current' : 'checking';
		if (!isWhole) this.#askAfter(WHOLE_PAUSE, true);
	}
}
