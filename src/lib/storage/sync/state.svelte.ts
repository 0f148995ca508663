import type { SyncTrouble } from './trouble.ts';

let clockIsWrong = $state(false);

/** Whether this machine's clock is far from the server's, so that displayed times are wrong. */
export const isClockWrong = (): boolean => clockIsWrong;

export function setClockWrong(wrong: boolean): void {
	clockIsWrong = wrong;
}

let currentTrouble = $state.raw<SyncTrouble | null>(null);

export function currentSyncTrouble(): SyncTrouble | null {
	return currentTrouble;
}

export function setSyncTrouble(next: SyncTrouble | null): void {
	currentTrouble = next;
}

let quotaPercentInUse = $state(0);

/** Percentage of this person's quota in use, as the server last told it. */
export const usedQuotaPercent = (): number => quotaPercentInUse;

export function setUsedQuotaPercent(next: number): void {
	quotaPercentInUse = next;
}
