/** Preserves what a person typed, clicked or chose before hydration, which would otherwise be lost. */
import { tabValues } from '#lib/browser-values.ts';

type TextField = HTMLInputElement | HTMLTextAreaElement;

const typedTexts = new Map<TextField, string>();
/** Fields for which files were chosen. */
const filledFields = new Set<HTMLInputElement>();

const isTextField = (element: unknown): element is TextField =>
	element instanceof HTMLTextAreaElement ||
	(element instanceof HTMLInputElement && ['text', 'search', 'email', 'password', 'url', 'tel'].includes(element.type));

function noteText({ target }: Event): void {
	if (isTextField(target)) typedTexts.set(target, target.value);
	if (target instanceof HTMLInputElement && target.type === 'file') filledFields.add(target);
}

/** Records typing from now on; call before hydration. */
export function recordTyping(): void {
	for (const field of document.querySelectorAll('input, textarea')) {
		if (isTextField(field) && field.value !== field.defaultValue) typedTexts.set(field, field.value);
		if (field instanceof HTMLInputElement && field.files?.length) filledFields.add(field);
	}
	addEventListener('input', noteText, { capture: true });
}

/** Gives typed text, chosen files and the last click back as events, so their listeners receive them, and ends the watch in app.html. */
export function replayInput(): void {
	removeEventListener('input', noteText, { capture: true });
	document.querySelector('.incomplete')?.remove();
	tabValues.remove('reloads');
	for (const [field, value] of typedTexts) giveBack(field, value);
	typedTexts.clear();
	for (const field of filledFields) field.dispatchEvent(new Event('change', { bubbles: true }));
	filledFields.clear();
	const clickedElements = document.querySelector<HTMLButtonElement>('button[data-clicked]');
	clickedElements?.removeAttribute('data-clicked');
	clickedElements?.click();
}

function giveBack(field: TextField, value: string): void {
	if (!field.isConnected || field.value === value) return;
	field.value = value;
	field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
}
