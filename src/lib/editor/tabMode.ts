/** Whether Tab writes an indentation or moves on to the next control; remembered on this machine. */
import type { TabMode } from './contract.ts';

const KEY = 'braise.editor.tab';

export function rememberedTabMode(): TabMode {
	try {
		return localStorage.getItem(KEY) === 'moves' ? 'moves' : 'indents';
	} catch {
		// Storage may be refused; the switch then lasts as long as the page.
		return 'indents';
	}
}

export function rememberTabMode(mode: TabMode): void {
	try {
		localStorage.setItem(KEY, mode);
	} catch {
		// As above.
	}
}
