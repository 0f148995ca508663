/** Loads the sync code only for people who are signed in, not for visitors. */
import { accountOfPage } from '../person.ts';

/** Milliseconds that an opening page waits for works from other machines. */
const FIRST_FETCH_LIMIT_MS = 2000;

/** Loads the sync code of a signed-in person; undefined for a visitor, and when it cannot be loaded. */
async function loadSync(): Promise<typeof import('./page.ts') | undefined> {
	if (accountOfPage() === null) return undefined;
	return import('./page.ts').catch(() => undefined);
}

/**
 * Resolves when the first fetch is complete, or when it takes too long, or when its code cannot be loaded: a page must then open what this
 * browser has.
 */
export async function waitForFirstFetch(): Promise<void> {
	const firstFetch = loadSync().then((sync) => sync?.waitForFirstFetch());
	const timeLimit = new Promise<void>((resolve) => setTimeout(resolve, FIRST_FETCH_LIMIT_MS));
	await Promise.race([firstFetch, timeLimit]).catch(() => undefined);
}

export async function fetchOneWork(workId: string): Promise<boolean> {
	return (await (await loadSync())?.fetchOneWork(workId)) ?? false;
}

export async function sendWaitingChanges(): Promise<void> {
	await (await loadSync())?.sendChangesNow();
}
