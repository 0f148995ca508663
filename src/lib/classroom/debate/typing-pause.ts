/** Waits for a pause in typing, so as not to take the keyboard away in the middle of a word. */

/** Milliseconds without a key that count as a pause. */
const PAUSE = 1000;

export interface TypingListener {
	/** Resolves at the next pause in typing. */
	pause(): Promise<void>;
	stop(): void;
}

export function watchTyping(): TypingListener {
	// The student may have been typing before: count the pause from now.
	let last = performance.now();
	let composing = false;
	const noteTyping = () => void (last = performance.now());
	const begins = () => void (composing = true);
	const ends = () => {
		composing = false;
		noteTyping();
	};
	addEventListener('keydown', noteTyping, true);
	addEventListener('compositionstart', begins, true);
	addEventListener('compositionend', ends, true);
	return {
		async pause() {
			for (;;) {
				const rest = composing ? PAUSE : last + PAUSE - performance.now();
				if (rest <= 0) return;
				await new Promise((resolve) => setTimeout(resolve, rest));
			}
		},
		stop() {
			composing = false;
			removeEventListener('keydown', noteTyping, true);
			removeEventListener('compositionstart', begins, true);
			removeEventListener('compositionend', ends, true);
		}
	};
}
