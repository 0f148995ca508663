/** Waits for a pause in typing, so that moving the focus never interrupts a word. */

const TYPING_PAUSE_MILLISECONDS = 1000;

export interface TypingListener {
	waitForPause(): Promise<void>;
	stop(): void;
}

export function watchTyping(): TypingListener {
	// The student may have typed just before this call, so a pause begins now at the earliest.
	let lastKeyAt = performance.now();
	let isComposing = false;
	const noteKeyPress = () => void (lastKeyAt = performance.now());
	const noteCompositionStart = () => void (isComposing = true);
	const noteCompositionEnd = () => {
		isComposing = false;
		noteKeyPress();
	};
	addEventListener('keydown', noteKeyPress, true);
	addEventListener('compositionstart', noteCompositionStart, true);
	addEventListener('compositionend', noteCompositionEnd, true);
	return {
		async waitForPause() {
			for (;;) {
				const remainingMilliseconds = isComposing
					? TYPING_PAUSE_MILLISECONDS
					: lastKeyAt + TYPING_PAUSE_MILLISECONDS - performance.now();
				if (remainingMilliseconds <= 0) return;
				await new Promise((resolve) => setTimeout(resolve, remainingMilliseconds));
			}
		},
		stop() {
			isComposing = false;
			removeEventListener('keydown', noteKeyPress, true);
			removeEventListener('compositionstart', noteCompositionStart, true);
			removeEventListener('compositionend', noteCompositionEnd, true);
		}
	};
}
