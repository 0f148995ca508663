/** Loads the sync code only when someone is signed in; a visitor's page does without it. */
import { accountOfPage } from '../person.ts';

/** Resolves when the first fetch is complete, or when it takes too long. */
export async function waitForFirstFetch(): Promise<void> {
	if (accountOfPage() !== null) await (await import('./page.ts')).waitForFirstFetch();
}

/** Fetches one work; resolves to false when that fails. */
export async function fetchOneWork(work: string): Promise<boolean> {
	return accountOfPage() !== null && (await import('./page.ts')).fetchOneWork(work);
}

/** Sends waiting changes, for someone about to open their work elsewhere. */
export async function sendWaitingChanges(): Promise<void> {
	if (accountOfPage() !== null) await (await import('./page.ts')).sendNow();
}
