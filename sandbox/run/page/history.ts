/** Keeps a page's `pushState` out of the shared history; `location.hash` cannot be replaced and still adds entries. */
export function keepOutOfHistory(): void {
	const { prototype } = History;
	prototype.pushState = prototype.replaceState;
}

/** Goes to a part of the page (with its `#`), keeping `:target` and `hashchange`, without a history entry. */
export const goToPart = (part: string): void => location.replace(new URL(part, location.href));
