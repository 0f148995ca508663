/** Keeps what a person typed, clicked or chose before the page's scripts ran. */
import { tabValueStore } from '#lib/browser-values.ts';

type TextField = HTMLInputElement | HTMLTextAreaElement;

const typedTextByField = new Map<TextField, string>();
const filledFileFields = new Set<HTMLInputElement>();

const isTextField = (element: unknown): element is TextField =>
	element instanceof HTMLTextAreaElement ||
	(element instanceof HTMLInputElement && ['text', 'search', 'email', 'password', 'url', 'tel'].includes(element.type));

function recordInputEvent({ target }: Event): void {
	if (isTextField(target)) typedTextByField.set(target, target.value);
	if (target instanceof HTMLInputElement && target.type === 'file') filledFileFields.add(target);
}

/** Records what was typed or chosen before, and from now on; must be called before hydration. */
export function startRecordingEarlyInput(): void {
	for (const field of document.querySelectorAll('input, textarea')) {
		if (isTextField(field) && field.value !== field.defaultValue) typedTextByField.set(field, field.value);
		if (field instanceof HTMLInputElement && field.files?.length) filledFileFields.add(field);
	}
	addEventListener('input', recordInputEvent, { capture: true });
}

/**
 * Repeats typed text, chosen files and the last click as events, so that the page's listeners receive them, and ends the recording that
 * began in app.html.
 */
export function replayEarlyInput(): void {
	removeEventListener('input', recordInputEvent, { capture: true });
	document.querySelector('.incomplete')?.remove();
	tabValueStore.remove('reloads');
	for (const [field, value] of typedTextByField) restoreTypedText(field, value);
	typedTextByField.clear();
	for (const field of filledFileFields) field.dispatchEvent(new Event('change', { bubbles: true }));
	filledFileFields.clear();
	const clickedButton = document.querySelector<HTMLButtonElement>('button[data-clicked]');
	clickedButton?.removeAttribute('data-clicked');
	clickedButton?.click();
}

function restoreTypedText(field: TextField, value: string): void {
	if (!field.isConnected || field.value === value) return;
	field.value = value;
	field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
}
