/** What a person chose about the editor, kept on this machine. Storage may be refused: a choice then lasts as long as the page. */
const PREFIX = 'braise.editor.';

export function remembered(name: string): string | null {
	try {
		return localStorage.getItem(PREFIX + name);
	} catch {
		return null;
	}
}

export function remember(name: string, value: string): void {
	try {
		localStorage.setItem(PREFIX + name, value);
	} catch {
		// As above.
	}
}
