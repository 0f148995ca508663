/**
 * Keeps a page out of the browser's history, which it shares with the app, where that can be done: `pushState` and links to parts of
 * the page add no entry. `location.hash` does, and cannot be changed; in a document of opaque origin nothing hears of it.
 */
export function keepOutOfHistory(): void {
	const { prototype } = History;
	prototype.pushState = prototype.replaceState;
}

/** `part` with its `#`: `:target` and `hashchange` work, for it is the same document. */
export const goToPart = (part: string): void => location.replace(new URL(part, location.href));
