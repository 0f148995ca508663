/** Notices an on-screen keyboard, which no event announces: the visible height shrinks while a text has the focus. */

/** A toolbar of the browser takes less of the height than this leaves, a keyboard takes more. */
const LEFT_BY_TOOLBARS = 0.75;

/** Calls back with the height in pixels that a keyboard leaves, and with null when it is gone. Returns a function that ends the watch. */
export function watchKeyboard(onchange: (height: number | null) => void): () => void {
	const viewport = window.visualViewport;
	// Where nothing is touched, a window that is made lower is only that.
	if (!viewport || navigator.maxTouchPoints === 0) return () => undefined;
	/** The greatest height at each width, because a tablet may be turned. */
	const full = new Map<number, number>();
	let last: number | null = null;
	const look = () => {
		// A zoom with two fingers shows less of the page, too.
		const width = Math.round(viewport.width * viewport.scale);
		const height = Math.round(viewport.height * viewport.scale);
		const most = Math.max(full.get(width) ?? 0, height);
		full.set(width, most);
		const next = height < most * LEFT_BY_TOOLBARS && isInText() ? height : null;
		if (next === last) return;
		last = next;
		onchange(next);
	};
	look();
	viewport.addEventListener('resize', look);
	document.addEventListener('focusin', look);
	return () => {
		viewport.removeEventListener('resize', look);
		document.removeEventListener('focusin', look);
	};
}

function isInText(): boolean {
	const focused = document.activeElement;
	return focused instanceof HTMLElement && focused.matches('textarea, input, [role="textbox"]');
}
