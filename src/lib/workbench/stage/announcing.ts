/** Remembers on this machine whether screen readers announce changes of the scene's description. */
const KEY = 'braise.scene.announced';

export function rememberedAnnouncing(): boolean {
	try {
		return localStorage.getItem(KEY) === 'yes';
	} catch {
		// Storage refused: the switch then lasts as long as the page.
		return false;
	}
}

export function rememberAnnouncing(announced: boolean): void {
	try {
		localStorage.setItem(KEY, announced ? 'yes' : 'no');
	} catch {
		// Storage refused: the switch lasts as long as the page.
	}
}
