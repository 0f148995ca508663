/** Gives the keyboard a new place after the control that had the focus is gone. */
import { tick } from 'svelte';

/** Tells whether no control has the focus. A control that was just disabled still has it in some browsers, but takes no key. */
export function isFocusLost(): boolean {
	const { activeElement, body } = document;
	return activeElement === null || activeElement === body || activeElement.matches(':disabled');
}

/** Focuses an element, also one that no key reaches, such as a heading or a status. */
export function focusTextElement(element: HTMLElement): void {
	if (element.tabIndex < 0) element.tabIndex = -1;
	element.focus();
}

/**
 * Focuses an element if the page's change has removed the focused one. Call it after the change. An element that is hidden takes no focus:
 * the next one found is tried then.
 */
export async function restoreLostFocus(...findElements: (() => HTMLElement | null | undefined)[]): Promise<void> {
	await tick();
	for (const findElement of findElements) {
		const element = isFocusLost() ? findElement() : null;
		if (element) focusTextElement(element);
	}
}
