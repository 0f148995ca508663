/** Why what waits does not reach the server, for the whole page; null when nothing is known to stand in the way. */
import type { Trouble } from './trouble.ts';

let trouble = $state.raw<Trouble | null>(null);

export function syncTrouble(): Trouble | null {
	return trouble;
}

export function setSyncTrouble(next: Trouble | null): void {
	trouble = next;
}
