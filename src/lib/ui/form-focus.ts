/** Keeps the keyboard's place when a form was answered: SvelteKit moves the focus to the page's body. */

const AROUND = 'form, section, article, main, [role="dialog"]';

/** Notes where the focus is. Returns what gives it back: there, else to `submitter`, else to what says the result nearby. */
export function rememberFocus(form: HTMLFormElement, submitter: HTMLElement | null): () => void {
	// The answer may remove the form, and then nothing tells any more where it stood.
	const around: Element[] = [];
	for (let element: Element | null = form; element; element = element.parentElement)
		if (element.matches(AROUND)) around.push(element);
	const noted = document.activeElement;
	return () => {
		if (!isFocusLost()) return;
		for (const element of [noted, submitter]) if (element instanceof HTMLElement && takesFocus(element)) return;
		for (const element of around) if (element.isConnected && headOf(element).some(takesFocus)) return;
	};
}

/** Focuses a heading or a status, which no key reaches otherwise. */
export function focusTextElement(element: HTMLElement): void {
	element.tabIndex = -1;
	element.focus();
}

const isFocusLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** Lists what says the result: statuses with a text, then the headings. */
function headOf(element: Element): HTMLElement[] {
	const all = (selector: string) => [...element.querySelectorAll<HTMLElement>(selector)];
	const statuses = all('[role="status"]').filter(({ textContent }) => textContent?.trim());
	return [...statuses, ...all('h1, h2, h3, h4')];
}

function takesFocus(element: HTMLElement): boolean {
	if (element === document.body || !element.isConnected) return false;
	if (element.matches('[role="status"], h1, h2, h3, h4')) focusTextElement(element);
	else element.focus();
	return document.activeElement === element;
}
