const TYPING_PAUSE_MS = 1000;

export class TypingWatch {
	isTyping = $state(false);
	#pauseTimer: ReturnType<typeof setTimeout> | undefined;
	readonly #onEnd: () => void;

	constructor(onEnd: () => void) {
		this.#onEnd = onEnd;
	}

	noteEdit(): void {
		this.isTyping = true;
		clearTimeout(this.#pauseTimer);
		this.#pauseTimer = setTimeout(() => this.endTyping(), TYPING_PAUSE_MS);
	}

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
