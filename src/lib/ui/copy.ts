/** Copies a field's text, by the browser's "copy" command where plain http has no clipboard API. */
export async function copyText(field: HTMLTextAreaElement | HTMLInputElement): Promise<boolean> {
	field.focus();
	field.select();
	try {
		if (window.isSecureContext) {
			await navigator.clipboard.writeText(field.value);
			return true;
		}
	} catch {
		// The clipboard API is refused.
	}
	return document.execCommand('copy');
}
