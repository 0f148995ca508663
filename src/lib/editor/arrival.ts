/** Decides when Monaco loads: after urgent files, or sooner when the student turns to the code. */
import type { Language } from './contract.ts';
import { loadMonacoModule, type MonacoModule } from './loading.ts';

/** Milliseconds after which Monaco loads even if urgent files have not. */
const LONGEST_WAIT_MS = 90_000;

export interface ArrivalOptions {
	language: Language;
	/** Tells whether the page's more urgent files have loaded. */
	isFree(): boolean;
	onarrival(module: MonacoModule): void;
}

export class MonacoLoader {
	readonly #options: ArrivalOptions;
	readonly #timer: ReturnType<typeof setTimeout>;
	#hasAsked = false;
	#isImpatient = false;
	#isOver = false;

	constructor(options: ArrivalOptions) {
		this.#options = options;
		this.#timer = setTimeout(() => {
			this.#isImpatient = true;
			this.tryLoading();
		}, LONGEST_WAIT_MS);
	}

	/** Loads Monaco if it may; called repeatedly, on idle, key and pointer events. */
	tryLoading(): void {
		const { language, isFree, onarrival } = this.#options;
		if (this.#hasAsked || this.#isOver || !(isFree() || this.#isImpatient)) return;
		this.#hasAsked = true;
		loadMonacoModule(language).then(
			(module) => {
				if (!this.#isOver) onarrival(module);
			},
			// Offline or behind a filter the load fails: the early editor stays, and the next key tries again.
			() => (this.#hasAsked = false)
		);
	}

	stop(): void {
		this.#isOver = true;
		clearTimeout(this.#timer);
	}
}
