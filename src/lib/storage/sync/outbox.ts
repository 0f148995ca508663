import type { SyncAnswer, ReadWorkAnswer, SentWork, ServerWorkSummary } from '#lib/wire/sync.ts';
import { type Version, parseWork } from '#lib/domain/work.ts';
import type { StorageFailure } from '../failure.ts';
import { readDrafts, readVersions, type RowAccess } from '../rows.ts';
import { moveVersionsIntoCopy, forgetCoAuthorDecisions, storeServerAuthors } from './authors.ts';
import { composeSyncRequest, chooseUnsentVersions, findVersionsForServer, isVersionUnsent } from './compose-request.ts';
import { settleConflict, applySyncAnswer, storeFetchedWork, type SyncResult } from './reconcile.ts';
import { isRemovalFinal, recordRemovalSent, readOutboxRow, readOutboxRows } from './outbox-row.ts';

interface WorkRemoval {
	work: string;
	/** Whether the removal can no longer be undone, and so may be sent. */
	isFinal: boolean;
	/** Whether the removal was sent before, but not answered. */
	isSent: boolean;
}

export interface Outbox {
	/**
	 * Resolves to the next request for a work, or null when nothing has to be sent. `sealsDraft`: seals the draft first.
	 * `wantedVersionIds`: versions that are sent in any case.
	 */
	composeRequest(
		account: string,
		workId: string,
		sealsDraft: boolean,
		wantedVersionIds?: string[]
	): Promise<SentWork | null | StorageFailure>;
	findVersionsForServer(workId: string): Promise<Version[] | StorageFailure>;
	applyAnswer(sent: SentWork, answer: SyncAnswer): Promise<SyncResult | StorageFailure>;
	/**
	 * Stores a fetched work, unless this browser has meanwhile accepted another head than `acceptedHead`: see `storeFetchedWork`.
	 */
	applyFetchedWork(
		readAnswer: Extract<ReadWorkAnswer, { kind: 'work' }>,
		acceptedHead?: string | null
	): Promise<SyncResult | StorageFailure>;
	listUnsentWorks(account: string): Promise<string[] | StorageFailure>;
	/** Resolves to whether a version waits to be sent (see `isVersionUnsent`); true when storage cannot tell. */
	isVersionUnsent(workId: string, versionId: string): Promise<boolean>;
	/** Resolves to the works with versions that only this browser has, including versions that the server refused. */
	listWorksOnlyHere(): Promise<string[] | StorageFailure>;
	listRemovals(): Promise<WorkRemoval[] | StorageFailure>;
	/**
	 * Records whether a removal was sent. Resolves to whether the work is still removed here; false when nothing can be recorded.
	 */
	noteRemovalSent(workId: string, isSent: boolean): Promise<boolean>;
	/** Forgets a removed work. Called when the server no longer has it. */
	forgetRemovedWork(workId: string): Promise<void>;
	/** Resolves to the server's head that this browser has accepted, by work id. */
	readServerHeads(): Promise<Map<string, string | null> | StorageFailure>;
	settleConflict(workId: string): Promise<void>;
	adoptAuthors(works: Pick<ServerWorkSummary, 'id' | 'authors'>[]): Promise<void>;
	forgetOthersDecisions(): Promise<void>;
	/** Moves local versions of a pair's work into this person's copy: see authors.ts. Resolves to whether there were any versions to move. */
	moveWorkIntoCopy(original: string, copy: string): Promise<boolean | StorageFailure>;
	/**
	 * Takes a lease, so that only one of several tabs sends. Resolves to whether `holder` alone may send for that time. Leases
	 * replace browser locks, which plain http lacks.
	 */
	acquireLease(holder: string, milliseconds: number, leaseName?: 'send' | 'files'): Promise<boolean>;
}

type RunTransaction = <T>(
	mode: 'readonly' | 'readwrite',
	body: (access: RowAccess) => Promise<T>
) => Promise<T | StorageFailure>;

export function createOutbox(runTransaction: RunTransaction, now: () => number): Outbox {
	return {
		composeRequest: (account, work, sealsDraft, wantedVersionIds) =>
			runTransaction('readwrite', (access) => composeSyncRequest(access, account, work, sealsDraft, wantedVersionIds)),
		findVersionsForServer: (work) => runTransaction('readonly', (access) => findVersionsForServer(access, work)),
		applyAnswer: (sent, answer) => runTransaction('readwrite', (access) => applySyncAnswer(access, sent, answer)),
		applyFetchedWork: (read, acceptedHead) =>
			runTransaction('readwrite', (access) => storeFetchedWork(access, read, acceptedHead)),
		listUnsentWorks: (account) =>
			runTransaction('readwrite', async (access) => {
				const works = (await access.getAll('works')).flatMap((row) => parseWork(row) ?? []);
				const unsentIds: string[] = [];
				for (const { id } of works) if (await composeSyncRequest(access, account, id, false)) unsentIds.push(id);
				return unsentIds;
			}),
		isVersionUnsent: async (work, versionId) =>
			(await runTransaction('readonly', (access) => isVersionUnsent(access, work, versionId))) !== false,
		listWorksOnlyHere: () =>
			runTransaction('readonly', async (access) => {
				const works = (await access.getAll('works')).flatMap((row) => parseWork(row) ?? []);
				const onlyHereIds: string[] = [];
				for (const { id, head } of works) {
					const drafts = (await readDrafts(access, id)).map((draft) => draft.version);
					const versions = [...drafts, ...(await readVersions(access, id))];
					if (chooseUnsentVersions(versions, head, await readOutboxRow(access, id)).length > 0) onlyHereIds.push(id);
				}
				return onlyHereIds;
			}),
		listRemovals: () =>
			runTransaction('readonly', async (access) =>
				(await readOutboxRows(access))
					.filter(({ removed }) => removed)
					.map(({ work, removedAt = -Infinity, removalSent = false }) => ({
						work,
						isFinal: isRemovalFinal(removedAt, now()),
						isSent: removalSent
					}))
			),
		noteRemovalSent: async (work, isSent) =>
			(await runTransaction('readwrite', (access) => recordRemovalSent(access, work, isSent))) === true,
		forgetRemovedWork: async (work) =>
			void (await runTransaction('readwrite', async (access) => {
				if ((await readOutboxRow(access, work)).removed) await access.remove('outbox', work);
			})),
		readServerHeads: () =>
			runTransaction(
				'readonly',
				async (access) => new Map((await readOutboxRows(access)).map(({ work, head }) => [work, head]))
			),
		settleConflict: async (work) => void (await runTransaction('readwrite', (access) => settleConflict(access, work))),
		adoptAuthors: async (works) =>
			void (await runTransaction('readwrite', async (access) => {
				for (const { id, authors } of works) await storeServerAuthors(access, id, authors);
			})),
		forgetOthersDecisions: async () => void (await runTransaction('readwrite', forgetCoAuthorDecisions)),
		moveWorkIntoCopy: (original, copy) =>
			runTransaction('readwrite', (access) => moveVersionsIntoCopy(access, original, copy)),
		async acquireLease(holder, milliseconds, leaseName = 'send') {
			const leaseResult = await runTransaction('readwrite', async (access) => {
				const row = (await access.get('leases', leaseName)) as { holder: string; until: number } | undefined;
				const isFree = row === undefined || row.holder === holder || row.until <= now() || row.until > now() + 600_000;
				if (isFree) await access.put('leases', { name: leaseName, holder, until: now() + milliseconds });
				return isFree;
			});
			// When the lease cannot be written, send nevertheless: sending twice is harmless.
			return leaseResult !== false;
		}
	};
}
