/** Reads and writes editor settings on this machine; where storage is refused they last as long as the page. */
const KEY_PREFIX = 'braise.editor.';

export function readSetting(name: string): string | null {
	try {
		return localStorage.getItem(KEY_PREFIX + name);
	} catch {
		return null;
	}
}

export function writeSetting(name: string, value: string): void {
	try {
		localStorage.setItem(KEY_PREFIX + name, value);
	} catch {
		// The choice then lasts as long as the page.
	}
}
