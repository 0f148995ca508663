import { browserValueStore } from '#lib/browser-values.ts';
import { unreadableExampleRowsKeyPrefix, isContributorStorageKey } from '#lib/domain/storage-keys.ts';
import { portfolioStorageKey } from '#lib/domain/portfolio.ts';
import { readingSettingsStorageKey } from '#lib/domain/reading-settings.ts';
import { assignmentsDatabaseName } from '../assignments.ts';
import { markAccountDeparted } from '../person.ts';
import { forgetHandInsInMemory, handInsDatabaseName, readWaitingHandIns } from '../hand-ins.ts';
import { forgetMemoryRows } from '../memory.ts';
import { forgetPseudonyms } from '../pseudonyms.ts';
import { coversDatabaseName } from '../covers.ts';
import { worksDatabaseName, openStorage } from '../open.ts';
import { ownFilesDatabaseName, forgetOwnFilesInTab } from '../own-files.ts';
import type { WorkSummary } from '../storage.ts';
import { forgetOfferAnswers } from './works-offer.ts';
import { findWorksWithUnsentFiles } from './own-files.ts';
import { sendBeforeLeaving, stopSync } from './page.ts';
import { forgetVersionsSentOnClosing } from './sent-on-closing.ts';

export type LeaveComputerResult =
	/** The server has everything, and this browser's copy is erased: the person may be signed out. */
	| { kind: 'left' }
	/** `works` exist only in this browser. `requestCount`: number of removals, take-backs and other requests without an answer. */
	| { kind: 'unsent'; works: WorkSummary[]; requestCount: number };

/** Sends waiting changes, then erases this person's data here, unless some of it exists nowhere else. */
export async function leaveThisComputer(account: string): Promise<LeaveComputerResult> {
	await sendBeforeLeaving();
	const storage = await openStorage({ account });
	// In a browser that refuses storage, all works are in the memory of this tab.
	const [onlyHereIds, listResult] = [await storage.outbox.listWorksOnlyHere(), await storage.listWorks()];
	const idsWithUnsentFiles = await findWorksWithUnsentFiles(account, storage);
	const removals = await storage.outbox.listRemovals();
	storage.close();
	const waitingRequests = (await readWaitingHandIns(account)).filter(({ refused }) => refused === null);
	const idsToHandIn = waitingRequests.flatMap(({ act, sent }) => (act === 'hand-in' ? [sent.work] : []));
	const unsentWorks =
		listResult.kind === 'listed' && Array.isArray(onlyHereIds)
			? listResult.works.filter(({ work }) => [...onlyHereIds, ...idsToHandIn, ...idsWithUnsentFiles].includes(work.id))
			: [];
	const otherRequests = waitingRequests.filter(
		({ act, sent }) => act === 'take-back' || !unsentWorks.some(({ work }) => work.id === sent.work)
	);
	const requestCount = otherRequests.length + (Array.isArray(removals) ? removals.length : 0);
	const hasUnreadable = listResult.kind === 'failed' || !Array.isArray(onlyHereIds) || listResult.unreadable > 0;
	if (unsentWorks.length > 0 || requestCount > 0 || (hasUnreadable && storage.persistence.kind === 'kept'))
		return { kind: 'unsent', works: unsentWorks, requestCount };
	await erasePersonFromBrowser(account);
	return { kind: 'left' };
}

export async function erasePersonFromBrowser(account: string): Promise<void> {
	stopSync();
	await removeAccountLeavingMarks(account);
	markAccountDeparted(account);
	forgetMemoryRows(worksDatabaseName(account));
	forgetOwnFilesInTab(account);
	forgetPseudonyms(account);
	forgetOfferAnswers(account);
	forgetHandInsInMemory(account);
	forgetVersionsSentOnClosing();
	browserValueStore.remove(readingSettingsStorageKey(account));
	browserValueStore.remove(portfolioStorageKey(account));
	for (const key of browserValueStore.keys())
		if (isContributorStorageKey(account, key) || key.startsWith(unreadableExampleRowsKeyPrefix(account)))
			browserValueStore.remove(key);
	await Promise.all(
		[worksDatabaseName, assignmentsDatabaseName, handInsDatabaseName, coversDatabaseName, ownFilesDatabaseName].map(
			(name) => deleteDatabase(name(account))
		)
	);
}

/**
 * Removes the marks of normal leaving of the account's programs. A mark's key names only a work, so the account's database must
 * tell which marks to remove before it is deleted.
 */
async function removeAccountLeavingMarks(account: string): Promise<void> {
	const storage = await openStorage({ account });
	await storage.removeLeavingMarks();
	storage.close();
}

const deleteDatabase = (name: string) =>
	new Promise<void>((resolve) => {
		if (!hasIndexedDb()) return resolve();
		const request = indexedDB.deleteDatabase(name);
		// When another tab blocks the deletion, the browser completes it once that tab closes, so do not wait for it.
		request.onsuccess = request.onerror = request.onblocked = () => resolve();
	});

/** Tells whether IndexedDB can be used: some browsers throw when it is only named. */
function hasIndexedDb(): boolean {
	try {
		return typeof indexedDB !== 'undefined';
	} catch {
		return false;
	}
}
