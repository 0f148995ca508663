/** Whether sketches are muted: a choice that this browser keeps, for everyone who uses it. */
import { browserValueStore } from '#lib/browser-values.ts';

const MUTED_STORAGE_KEY = 'braise.muted';

let isMuted = $state(browserValueStore.read(MUTED_STORAGE_KEY) !== null);

export const isSoundMuted = (): boolean => isMuted;

export function setSoundMuted(next: boolean): void {
	isMuted = next;
	if (next) browserValueStore.write(MUTED_STORAGE_KEY, 'yes');
	else browserValueStore.remove(MUTED_STORAGE_KEY);
}
