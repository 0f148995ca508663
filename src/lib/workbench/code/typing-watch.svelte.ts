/** Milliseconds without a key after which messages may show. */
const TYPING_PAUSE_MS = 1000;

export class TypingWatch {
	isTyping = $state(false);
	#pauseTimer: ReturnType<typeof setTimeout> | undefined;
	readonly #onEnd: () => void;

	/** `onEnd` is called when nobody types any more. */
	constructor(onEnd: () => void) {
		this.#onEnd = onEnd;
	}

	noteEdit(): void {
		this.isTyping = true;
		clearTimeout(this.#pauseTimer);
		this.#pauseTimer = setTimeout(() => this.endTyping(), TYPING_PAUSE_MS);
	}

	/** Ends the typing without waiting for a pause, for example when the person runs the program. */
	endTyping(): void {
		clearTimeout(this.#pauseTimer);
		if (!this.isTyping) return;
		this.isTyping = false;
		this.#onEnd();
	}

	dispose(): void {
		clearTimeout(this.#pauseTimer);
	}
}
