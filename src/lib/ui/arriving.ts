/** Preserves what a person typed, clicked or chose before hydration, which would otherwise be lost. */
type TextField = HTMLInputElement | HTMLTextAreaElement;

const typed = new Map<TextField, string>();
/** Fields for which files were chosen. */
const filled = new Set<HTMLInputElement>();

const isTextField = (element: unknown): element is TextField =>
	element instanceof HTMLTextAreaElement ||
	(element instanceof HTMLInputElement && ['text', 'search', 'email', 'password', 'url', 'tel'].includes(element.type));

function note({ target }: Event): void {
	if (isTextField(target)) typed.set(target, target.value);
	if (target instanceof HTMLInputElement && target.type === 'file') filled.add(target);
}

/** Records typing from now on; call before hydration. */
export function noteTyping(): void {
	for (const field of document.querySelectorAll('input, textarea')) {
		if (isTextField(field) && field.value !== field.defaultValue) typed.set(field, field.value);
		if (field instanceof HTMLInputElement && field.files?.length) filled.add(field);
	}
	addEventListener('input', note, { capture: true });
}

/** Gives typed text, chosen files and the last click back as events, so their listeners receive them, and ends the watch in app.html. */
export function replayInput(): void {
	removeEventListener('input', note, { capture: true });
	document.querySelector('.incomplete')?.remove();
	try {
		sessionStorage.removeItem('reloads');
	} catch {
		// Without storage, app.html counted no reloads.
	}
	for (const [field, value] of typed) giveBack(field, value);
	typed.clear();
	for (const field of filled) field.dispatchEvent(new Event('change', { bubbles: true }));
	filled.clear();
	const clicked = document.querySelector<HTMLButtonElement>('button[data-clicked]');
	clicked?.removeAttribute('data-clicked');
	clicked?.click();
}

function giveBack(field: TextField, value: string): void {
	if (!field.isConnected || field.value === value) return;
	field.value = value;
	field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
}
