/** Decides when Monaco loads: after urgent files, or sooner when the student turns to the code. */
import type { Language } from './contract.ts';
import { loadMonacoModule, type MonacoModule } from './loading.ts';

/** Milliseconds after which Monaco loads even if urgent files have not. */
const LONGEST_MONACO_WAIT_MS = 90_000;

export interface MonacoLoaderOptions {
	language: Language;
	/** Tells whether Monaco may load, which is so once the page's more urgent files have loaded. */
	mayLoad(): boolean;
	onload(module: MonacoModule): void;
}

export class MonacoLoader {
	readonly #options: MonacoLoaderOptions;
	readonly #timer: ReturnType<typeof setTimeout>;
	#hasAsked = false;
	#isImpatient = false;
	#isOver = false;

	constructor(options: MonacoLoaderOptions) {
		this.#options = options;
		this.#timer = setTimeout(() => {
			this.#isImpatient = true;
			this.tryLoading();
		}, LONGEST_MONACO_WAIT_MS);
	}

	/** Loads Monaco if that is allowed yet; called repeatedly, on idle, key and pointer events. */
	tryLoading(): void {
		const { language, mayLoad, onload } = this.#options;
		if (this.#hasAsked || this.#isOver || !(mayLoad() || this.#isImpatient)) return;
		this.#hasAsked = true;
		loadMonacoModule(language).then(
			(module) => {
				if (!this.#isOver) onload(module);
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
