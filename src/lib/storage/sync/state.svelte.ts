/** The page's sync state: what keeps changes from the server, the clock, and the quota in use. */
import type { Trouble } from './trouble.ts';

let clockIsWrong = $state(false);

/** True when this machine's clock is far from the server's, so displayed times are wrong. */
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

let quotaPercentInUse = $state(0);

/** Last known percentage of this person's quota on the server. */
export const quotaPercent = (): number => quotaPercentInUse;

export function setQuotaPercent(next: number): void {
	quotaPercentInUse = next;
}
