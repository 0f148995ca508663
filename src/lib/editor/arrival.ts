/** When Monaco comes: as soon as the page can afford it, sooner when someone turns to the code, at the latest when patience is over. */
import type { Language } from './contract.ts';
import { loadSession, type SessionModule } from './loading.ts';

/** Milliseconds after which what should have come before is waited for no more. */
const PATIENCE = 90_000;

export interface Awaited {
	language: Language;
	/** What the page needs sooner has arrived. */
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

	/** Asked again and again: by a moment of rest, by each key, by the pointer. */
	ask(): void {
		const { language, isFree, onarrival } = this.#awaited;
		if (this.#asked || this.#over || !(isFree() || this.#impatient)) return;
		this.#asked = true;
		loadSession(language).then(
			(module) => {
				if (!this.#over) onarrival(module);
			},
			// Offline, or a filter in between: the early editor goes on, and the next key tries again.
			() => (this.#asked = false)
		);
	}

	/** The editor is gone. */
	end(): void {
		this.#over = true;
		clearTimeout(this.#timer);
	}
}
