/** Whether the scene's description is read out when it changes; remembered on this machine. */
const KEY = 'braise.scene.announced';

export function rememberedAnnouncing(): boolean {
	try {
		return localStorage.getItem(KEY) === 'yes';
	} catch {
		// Storage may be refused; the switch then lasts as long as the page.
		return false;
	}
}

export function rememberAnnouncing(announced: boolean): void {
	try {
		localStorage.setItem(KEY, announced ? 'yes' : 'no');
	} catch {
		// As above.
	}
}
