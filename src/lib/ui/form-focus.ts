/** Keeps the keyboard's focus when a form was answered; SvelteKit would move it to the page's body. */
import { focusTextElement, isFocusLost } from './lost-focus.ts';

const FORM_SURROUNDINGS_SELECTOR = 'form, section, article, main, [role="dialog"]';

/**
 * Notes where the focus is. Returns a function that focuses this element again, else `submitter`, else a nearby element that says
 * the result.
 */
export function rememberFormFocus(form: HTMLFormElement, submitter: HTMLElement | null): () => void {
	// Find the elements around the form now, because the answer may remove the form.
	const surroundingElements: Element[] = [];
	for (let element: Element | null = form; element; element = element.parentElement)
		if (element.matches(FORM_SURROUNDINGS_SELECTOR)) surroundingElements.push(element);
	const focusedElement = document.activeElement;
	return () => {
		if (!isFocusLost()) return;
		for (const element of [focusedElement, submitter])
			if (element instanceof HTMLElement && tryToFocus(element)) return;
		for (const element of surroundingElements)
			if (element.isConnected && resultElementsIn(element).some(tryToFocus)) return;
	};
}

/** Returns the elements that say the result: first statuses with a text, then headings. */
function resultElementsIn(element: Element): HTMLElement[] {
	const elementsMatching = (selector: string) => [...element.querySelectorAll<HTMLElement>(selector)];
	const statusElements = elementsMatching('[role="status"]').filter(({ textContent }) => textContent?.trim());
	return [...statusElements, ...elementsMatching('h1, h2, h3, h4')];
}

function tryToFocus(element: HTMLElement): boolean {
	if (element === document.body || !element.isConnected) return false;
	if (element.matches('[role="status"], h1, h2, h3, h4')) focusTextElement(element);
	else element.focus();
	return document.activeElement === element;
}
