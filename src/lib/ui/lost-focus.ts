import { tick } from 'svelte';

/** Tells whether no control has the focus. A control that was just disabled still has it in some browsers, but takes no key. */
export function isFocusLost(): boolean {
	const { activeElement, body } = document;
	return activeElement === null || activeElement === body || activeElement.matches(':disabled');
}

/** Focuses an element, even one that the Tab key does not reach, such as a heading or a status. */
export function focusTextElement(element: HTMLElement): void {
	if (element.tabIndex < 0) element.tabIndex = -1;
	element.focus();
}

/** Focuses the first visible element, if a change of the page has removed the focused one. Call this after the change. */
export async function restoreLostFocus(...findElements: (() => HTMLElement | null | undefined)[]): Promise<void> {
	await tick();
	for (const findElement of findElements) {
		const element = isFocusLost() ? findElement() : null;
		if (element) focusTextElement(element);
	}
}
