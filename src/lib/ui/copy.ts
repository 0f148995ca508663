/** Puts text where it can be pasted from. Over plain http there is no clipboard to write to, only the browser's own "copy". */
export async function copyText(field: HTMLTextAreaElement | HTMLInputElement): Promise<boolean> {
	field.focus();
	field.select();
	try {
		if (window.isSecureContext) {
			await navigator.clipboard.writeText(field.value);
			return true;
		}
	} catch {
		// Refused: as over plain http.
	}
	return document.execCommand('copy');
}
