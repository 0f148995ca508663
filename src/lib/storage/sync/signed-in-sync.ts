/** Loads the sync code only for people who are signed in, not for visitors. */
import { accountOfPage } from '../person.ts';

/** Resolves when the first fetch is complete, or when it takes too long. */
export async function waitForFirstFetch(): Promise<void> {
	if (accountOfPage() !== null) await (await import('./page.ts')).waitForFirstFetch();
}

/** Fetches one work; resolves to false when that fails or nobody is signed in. */
export async function fetchOneWork(workId: string): Promise<boolean> {
	return accountOfPage() !== null && (await import('./page.ts')).fetchOneWork(workId);
}

/** Sends waiting changes, before the person opens their work elsewhere. */
export async function sendWaitingChanges(): Promise<void> {
	if (accountOfPage() !== null) await (await import('./page.ts')).sendChangesNow();
}
