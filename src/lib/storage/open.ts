import { newId } from '#lib/domain/identity.ts';
import { WORK_FORMAT, type Work, parseVersion, parseWork } from '#lib/domain/work.ts';
import { openStorageChannel } from './channel.ts';
import { storageFailureOf, StorageError, type StorageFailure } from './failure.ts';
import { hasAccountDeparted, authorsAtMachine, accountOfPage } from './person.ts';
import {
	markProgramForeign,
	removeForeignMark,
	createRunningMarks,
	removeLeavingMarksOfRows
} from './program-marks.ts';
import { openIndexedDbRows, toStorageFailure, type IndexedDbOptions } from './indexed-db.ts';
import { openSharedMemoryRows } from './memory.ts';
import { readAllVersions, matchesWorkFilter, loadWorkVersion, summariseWork } from './summaries.ts';
import {
	readDraftsForWrite,
	readDrafts,
	readWork,
	sealDraftAsVersion,
	sealDraftsAsVersions,
	type RowAccess,
	type RowStore
} from './rows.ts';
import { readRowsOfWork, removeRowsOfWork, restoreRowsOfWork } from './removal.ts';
import { createVersion, type LoadedWork, type Persistence, type RemovedWork, type WorkStorage } from './storage.ts';
import { createOutbox } from './sync/outbox.ts';
import { writeContent } from './write.ts';

export interface StorageOptions extends IndexedDbOptions {
	now?: () => number;
	/** Account that owns the works; by default that of the page's person. */
	account?: string | null;
}

/** Returns the name of a person's database: each person has one, so that nobody sees another person's works. */
export function worksDatabaseName(account: string | null): string {
	return account === null ? 'braise' : `braise.${account}`;
}

export async function openStorage(openOptions: StorageOptions = {}): Promise<WorkStorage> {
	const account = openOptions.account === undefined ? accountOfPage() : openOptions.account;
	const options = { name: worksDatabaseName(account), ...openOptions, account };
	try {
		const hasOwnerLeft = () => account !== null && hasAccountDeparted(account);
		return createStorage(await openIndexedDbRows({ ...options, hasOwnerLeft }), { kind: 'kept' }, options);
	} catch (error) {
		return createStorage(
			openSharedMemoryRows(options.name),
			{ kind: 'memory', failure: toStorageFailure(error) },
			options
		);
	}
}

export function createStorage(rows: RowStore, persistence: Persistence, options: StorageOptions = {}): WorkStorage {
	const now = options.now ?? Date.now;
	const channel = openStorageChannel(`${options.name ?? 'braise'}.works`);
	const runningMarksOfPage = createRunningMarks(newId);
	const account = options.account ?? null;
	const restoredWorks = new WeakSet<RemovedWork>();

	async function tryTransaction<T>(
		mode: 'readonly' | 'readwrite',
		body: (access: RowAccess) => Promise<T>
	): Promise<T | StorageFailure> {
		try {
			return await rows.transact(mode, body);
		} catch (error) {
			return storageFailureOf(error);
		}
	}
	const clearRunningMark = async (workId: string) => {
		runningMarksOfPage.end(workId);
		await tryTransaction('readwrite', (access) => access.remove('running', workId));
	};

	return {
		persistence,
		account,
		outbox: createOutbox(tryTransaction, now),
		listWorks: (filter = {}) =>
			tryTransaction('readonly', async (access) => {
				const parsedWorks = (await access.getAll('works')).map(parseWork);
				const works = parsedWorks.filter((work): work is Work => work !== undefined && matchesWorkFilter(work, filter));
				const summaries = await Promise.all(works.map((work) => summariseWork(access, work)));
				summaries.sort((one, other) => other.savedAt - one.savedAt);
				return {
					kind: 'listed',
					works: summaries,
					unreadable: parsedWorks.filter((work) => work === undefined).length
				};
			}),
		async createWork(newWork, content, foreignSource) {
			const createdWork = await tryTransaction<LoadedWork>('readwrite', async (access) => {
				const id = newId();
				const at = now();
				const version = createVersion(id, null, content, at);
				const authors = authorsAtMachine(account);
				const work: Work = { format: WORK_FORMAT, id, ...newWork, authors, createdAt: at, head: version.id };
				await access.put('versions', version);
				await access.put('works', work);
				if (foreignSource !== undefined) await markProgramForeign(access, id, foreignSource);
				const baseVersion = version.id;
				return {
					kind: 'loaded',
					work,
					version,
					baseVersion,
					hasCrashed: false,
					foreignSource: foreignSource ?? null,
					isSent: false,
					conflictVersion: null
				};
			});
			if (createdWork.kind === 'loaded')
				channel.announce({ kind: 'saved', work: createdWork.work.id, version: createdWork.baseVersion, main: true });
			return createdWork;
		},
		loadWork: (work, version) =>
			tryTransaction('readonly', (access) => loadWorkVersion(access, runningMarksOfPage, work, version)),
		async saveContent(work, content, base, saveOptions = {}) {
			const runningMark = saveOptions.marksRunning ? runningMarksOfPage.begin(work) : null;
			const result = await tryTransaction('readwrite', async (access) => {
				if (runningMark !== null) await access.put('running', { work, mark: runningMark });
				if (saveOptions.sharesWithPair) {
					const authors = authorsAtMachine(account);
					await access.put('works', { ...(await readWork(access, work)), authors });
				}
				return writeContent(access, work, content, base, saveOptions, now());
			});
			if (result.kind !== 'failed') {
				const isMain = result.kind === 'saved';
				channel.announce({
					kind: 'saved',
					work,
					version: result.baseVersion,
					main: isMain,
					sealed: saveOptions.sealsVersion ?? false,
					...(saveOptions.changesOnlyStore && { keepsOnly: true })
				});
			}
			return result;
		},
		sealDraft: (id, base) =>
			tryTransaction('readwrite', async (access) => {
				const draft = (await readDrafts(access, id)).find((one) => one.version.id === base);
				if (draft) await sealDraftAsVersion(access, await readWork(access, id), draft);
				return { kind: 'saved', baseVersion: base, savedAt: draft?.version.savedAt ?? now() };
			}),
		async adoptVersion(id, version) {
			const result = await tryTransaction('readwrite', async (access) => {
				const work = await sealDraftsAsVersions(
					access,
					await readWork(access, id),
					await readDraftsForWrite(access, id)
				);
				if (!parseVersion(await access.get('versions', version))) throw new StorageError('missing', version);
				await access.put('works', { ...work, head: version });
				return { kind: 'saved' as const, baseVersion: version, savedAt: now() };
			});
			if (result.kind === 'saved') channel.announce({ kind: 'saved', work: id, version, main: true, sealed: true });
			return result;
		},
		history: (work) =>
			tryTransaction('readonly', async (access) => ({
				kind: 'history',
				versions: await readAllVersions(access, work)
			})),
		async removeWork(work) {
			runningMarksOfPage.end(work);
			const result = await tryTransaction('readwrite', (access) => removeRowsOfWork(access, work, account, now()));
			if (result.kind === 'removed') channel.announce({ kind: 'removed', work });
			return result;
		},
		readRowsOfWork: (work) => tryTransaction('readonly', (access) => readRowsOfWork(access, work)),
		async restoreRows(removedWork) {
			// A second click must not bring the work back twice.
			if (restoredWorks.has(removedWork)) return { kind: 'back' };
			restoredWorks.add(removedWork);
			const restoreResult = await tryTransaction('readwrite', (access) =>
				restoreRowsOfWork(access, removedWork, account)
			);
			if (restoreResult.kind === 'failed') restoredWorks.delete(removedWork);
			else if (restoreResult.work) {
				const { id, head } = restoreResult.work;
				channel.announce({ kind: 'saved', work: id, version: head, main: true });
			}
			return restoreResult;
		},
		async markRunning(work) {
			const runningMark = runningMarksOfPage.begin(work);
			await tryTransaction('readwrite', (access) => access.put('running', { work, mark: runningMark }));
		},
		clearRunningMark,
		async clearForeignMark(work) {
			await tryTransaction('readwrite', (access) => removeForeignMark(access, work));
		},
		async removeLeavingMarks() {
			const runningRows = await tryTransaction('readonly', (access) => access.getAll('running'));
			if (Array.isArray(runningRows)) removeLeavingMarksOfRows(runningRows);
		},
		subscribe: channel.subscribe,
		announce: channel.announce,
		close() {
			runningMarksOfPage.close();
			channel.close();
			rows.close();
		}
	};
}
