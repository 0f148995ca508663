/** A person's editor settings on this machine, or for the page's lifetime where storage is refused. */
const PREFIX = 'braise.editor.';

export function recall(name: string): string | null {
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
		// The choice then lasts as long as the page.
	}
}
