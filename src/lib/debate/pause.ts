/**
 * Waits for a pause in typing: nobody's screen changes under a word that they are in the middle of. Not for long: the class is waiting.
 */

/** Milliseconds. */
const PAUSE = 400;
const LONGEST = 1200;

export interface Typing {
	/** Resolves when nobody has typed for a moment, or when the class has waited enough. */
	pause(): Promise<void>;
	stop(): void;
}

export function watchTyping(): Typing {
	let last = -Infinity;
	let composing = false;
	const typed = () => void (last = performance.now());
	const begins = () => void (composing = true);
	const ends = () => {
		composing = false;
		typed();
	};
	addEventListener('keydown', typed, true);
	addEventListener('compositionstart', begins, true);
	addEventListener('compositionend', ends, true);
	return {
		async pause() {
			const until = performance.now() + LONGEST;
			for (let now = performance.now(); now < until; now = performance.now()) {
				const rest = composing ? PAUSE : last + PAUSE - now;
				if (rest <= 0) return;
				await new Promise((resolve) => setTimeout(resolve, Math.min(rest, until - now)));
			}
		},
		stop() {
			removeEventListener('keydown', typed, true);
			removeEventListener('compositionstart', begins, true);
			removeEventListener('compositionend', ends, true);
		}
	};
}
