/** Whether sketches are muted: a choice that this browser keeps, for everyone who uses it. */
import { browserValues } from '#lib/browser-values.ts';

const STORAGE_KEY = 'braise.muted';

let isMuted = $state(browserValues.read(STORAGE_KEY) !== null);

export const isSoundMuted = (): boolean => isMuted;

export function setSoundMuted(next: boolean): void {
	isMuted = next;
	if (next) browserValues.write(STORAGE_KEY, 'yes');
	else browserValues.remove(STORAGE_KEY);
}
