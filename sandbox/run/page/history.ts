/** Keeps a page's `pushState` out of the browser's history. `location.hash` cannot be replaced, and still adds entries. */
export function keepPageOutOfHistory(): void {
	const { prototype } = History;
	prototype.pushState = prototype.replaceState;
}

/** Scrolls to a part of the page (such as `#top`) without a history entry. `:target` and `hashchange` work as usual. */
export const scrollToPagePart = (part: string): void => location.replace(new URL(part, location.href));
