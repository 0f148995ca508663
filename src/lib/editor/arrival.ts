/** Decides when Monaco loads: once the page is free, sooner when the student turns to the code. */
import type { Language } from './contract.ts';
import { loadSession, type SessionModule } from './loading.ts';

/** Milliseconds after which Monaco loads even if the page is not free. */
const PATIENCE = 90_000;

export interface Awaited {
	language: Language;
	/** Tells whether the page's more urgent files have loaded. */
	isFree(): boolean;
	onarrival(module: SessionModule): void;
}

export class Arrival {
	readonly #awaited: Awaited;
	readonly #timer: ReturnType<typeof setTimeout>;
	#asked = false;
	#impatient = false;
	#over = false;

	constructor(awaited: Awaited) {
		this.#awaited = awaited;
		this.#timer = setTimeout(() => {
			this.#impatient = true;
			this.ask();
		}, PATIENCE);
	}

	/** Loads Monaco if it may; called repeatedly, on idle, key and pointer events. */
	ask(): void {
		const { language, isFree, onarrival } = this.#awaited;
		if (this.#asked || this.#over || !(isFree() || this.#impatient)) return;
		this.#asked = true;
		loadSession(language).then(
			(module) => {
				if (!this.#over) onarrival(module);
			},
			// Offline or filtered: the early editor continues, and the next key retries.
			() => (this.#asked = false)
		);
	}

	end(): void {
		this.#over = true;
		clearTimeout(this.#timer);
	}
}
