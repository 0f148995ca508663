function scrollLineIntoView(frame: HTMLElement, line: HTMLElement): void {
	const lineBottom = line.offsetTop + line.offsetHeight;
	frame.scrollTop = Math.min(line.offsetTop, Math.max(frame.scrollTop, lineBottom - frame.clientHeight));
}

/**
 * Scrolls to the caret's line when a list of problems or an on-screen keyboard makes the frame lower. A line that was already out of
 * view stays there. Returns a function that stops watching.
 */
export function keepCaretLineInView(frame: HTMLElement, findCaretLine: () => HTMLElement | null): () => void {
	let lastHeight = frame.clientHeight;
	const observer = new ResizeObserver(() => {
		const previousHeight = lastHeight;
		lastHeight = frame.clientHeight;
		const line = lastHeight < previousHeight ? findCaretLine() : null;
		if (line === null) return;
		const lineTop = line.offsetTop - frame.scrollTop;
		if (lineTop + line.offsetHeight > 0 && lineTop < previousHeight) scrollLineIntoView(frame, line);
	});
	observer.observe(frame);
	return () => observer.disconnect();
}
