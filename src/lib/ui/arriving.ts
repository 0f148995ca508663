/**
 * A page between its words, which the server sends, and its scripts, which make it answer. What somebody types meanwhile hydration would put
 * the server's text back over: it is noted, and given back as if it were typed now, so that whoever listens to the field hears it.
 */
type TextField = HTMLInputElement | HTMLTextAreaElement;

const typed = new Map<TextField, string>();

const isTextField = (element: unknown): element is TextField =>
	element instanceof HTMLTextAreaElement ||
	(element instanceof HTMLInputElement && ['text', 'search', 'email', 'password', 'url', 'tel'].includes(element.type));

function note({ target }: Event): void {
	if (isTextField(target)) typed.set(target, target.value);
}

/** Before the page is hydrated. */
export function noteTyping(): void {
	for (const field of document.querySelectorAll('input, textarea'))
		if (isTextField(field) && field.value !== field.defaultValue) typed.set(field, field.value);
	addEventListener('input', note, { capture: true });
}

/** Once it answers: what app.html watches until then is over. */
export function arrived(): void {
	removeEventListener('input', note, { capture: true });
	document.querySelector('.incomplete')?.remove();
	try {
		sessionStorage.removeItem('reloads');
	} catch {
		// Refused: then nothing was counted there either.
	}
	for (const [field, value] of typed) giveBack(field, value);
	typed.clear();
}

function giveBack(field: TextField, value: string): void {
	if (!field.isConnected || field.value === value) return;
	field.value = value;
	field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
}
