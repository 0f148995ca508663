/** Why what waits does not reach the server, for the whole page; null when nothing is known to stand in the way. */
import type { Trouble } from './trouble.ts';

let clockIsWrong = $state(false);

/** This machine's clock and the server's are far apart: the times that are shown are not those on the wall. */
export const isClockWrong = (): boolean => clockIsWrong;

export function setClockWrong(wrong: boolean): void {
	clockIsWrong = wrong;
}

let trouble = $state.raw<Trouble | null>(null);

export function syncTrouble(): Trouble | null {
	return trouble;
}

export function setSyncTrouble(next: Trouble | null): void {
	trouble = next;
}

let taken = $state(0);

/** Of a hundred, what of this person's room on the server is taken, when it was last heard of. */
export const roomTaken = (): number => taken;

export function setRoomTaken(next: number): void {
	taken = next;
}
