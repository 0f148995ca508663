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
	readonly #awaited: ArrivalOptions;
	readonly #timer: ReturnType<typeof setTimeout>;
	#asked = false;
	#impatient = false;
	#over = false;

	constructor(awaited: ArrivalOptions) {
		this.#awaited = awaited;
		this.#timer = setTimeout(() => {
			this.#impatient = true;
			this.tryLoading();
		}, LONGEST_WAIT_MS);
	}

	/** Loads Monaco if it may; called repeatedly, on idle, key and pointer events. */
	tryLoading(): void {
		const { language, isFree, onarrival } = this.#awaited;
		if (this.#asked || this.#over || !(isFree() || this.#impatient)) return;
		this.#asked = true;
		loadMonacoModule(language).then(
			(module) => {
				if (!this.#over) onarrival(module);
			},
			// Offline or behind a filter the load fails: the early editor stays, and the next key tries again.
			() => (this.#asked = false)
		);
	}

	stop(): void {
		this.#over = true;
		clearTimeout(this.#timer);
	}
}
