/** Waits for a moment at which the page has nothing else to do. */

/** Calls back when the page is shown and idle. Returns a function that cancels the call. */
export function callWhenIdle(callback: () => void): () => void {
	if ('requestIdleCallback' in window) {
		const handle = requestIdleCallback(callback, { timeout: 2000 });
		return () => cancelIdleCallback(handle);
	}
	const handle = setTimeout(callback, 200);
	return () => clearTimeout(handle);
}
