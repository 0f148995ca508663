import { parseDraft, type Draft, parseVersion, parseWork, type Version, type Work } from '#lib/domain/work.ts';
import { newId } from '#lib/domain/identity.ts';
import { StorageError } from './failure.ts';

export async function readWork(access: RowAccess, id: string): Promise<Work> {
	const work = parseWork(await access.get('works', id));
	if (!work) throw new StorageError('missing', `There is no readable work ${id}`);
	return work;
}

export async function readVersion(access: RowAccess, id: string): Promise<Version | undefined> {
	return parseVersion(await access.get('versions', id));
}

export async function readVersions(access: RowAccess, workId: string): Promise<Version[]> {
	return (await access.getRowsOfWork('versions', workId)).flatMap((row) => parseVersion(row) ?? []);
}

export async function readDrafts(access: RowAccess, workId: string): Promise<Draft[]> {
	return (await access.getRowsOfWork('drafts', workId)).flatMap((row) => parseDraft(row) ?? []);
}

/** Reads the drafts before a write. Unreadable ones are moved to the store `aside`, so that they do not block the next draft. */
export async function readDraftsForWrite(access: RowAccess, workId: string): Promise<Draft[]> {
	const drafts: Draft[] = [];
	for (const row of await access.getRowsOfWork('drafts', workId)) {
		const draft = parseDraft(row);
		if (draft) drafts.push(draft);
		else {
			await access.put('aside', { id: newId(), store: 'drafts', row });
			await access.remove('drafts', (row as { branch: string }).branch);
		}
	}
	return drafts;
}

/** Seals drafts as versions, and resolves to the work, whose head a sealed main draft becomes. */
export async function sealDraftsAsVersions(access: RowAccess, work: Work, drafts: Draft[]): Promise<Work> {
	let sealedWork = work;
	for (const draft of drafts) sealedWork = await sealDraftAsVersion(access, sealedWork, draft);
	return sealedWork;
}

export async function sealDraftAsVersion(access: RowAccess, work: Work, draft: Draft): Promise<Work> {
	await access.put('versions', draft.version);
	await access.remove('drafts', draft.branch);
	if (!draft.main) return work;
	const movedWork = { ...work, head: draft.version.id };
	await access.put('works', movedWork);
	return movedWork;
}

/** Defines a store of rows, which it returns as `unknown` for callers to parse. */
export const STORE_NAMES = ['works', 'versions', 'drafts', 'running', 'aside', 'outbox', 'leases'] as const;
export type StoreName = (typeof STORE_NAMES)[number];

export const KEY_FIELD_BY_STORE: Record<StoreName, string> = {
	works: 'id',
	versions: 'id',
	drafts: 'branch',
	running: 'work',
	aside: 'id',
	outbox: 'work',
	leases: 'name'
};

export interface RowAccess {
	get(store: StoreName, key: string): Promise<unknown>;
	getAll(store: StoreName): Promise<unknown[]>;
	getRowsOfWork(store: 'versions' | 'drafts', workId: string): Promise<unknown[]>;
	put(store: StoreName, row: object): Promise<void>;
	remove(store: StoreName, key: string): Promise<void>;
}

export interface RowStore {
	/** All changes or none. The body may await only row operations: IndexedDB ends a transaction during any other wait. */
	transact<T>(mode: 'readonly' | 'readwrite', body: (access: RowAccess) => Promise<T>): Promise<T>;
	close(): void;
}
