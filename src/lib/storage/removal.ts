import { newId } from '#lib/domain/identity.ts';
import { type Work, parseWork } from '#lib/domain/work.ts';
import { markProgramForeign, readForeignProgramSource } from './program-marks.ts';
import type { RowAccess } from './rows.ts';
import type { RemovedWork } from './storage.ts';
import { markWorkRemoved, readOutboxRow, unmarkWorkRemoved } from './sync/outbox-row.ts';

export async function readRowsOfWork(access: RowAccess, workId: string): Promise<RemovedWork> {
	const foreignSource = await readForeignProgramSource(access, workId);
	return {
		kind: 'removed',
		work: await access.get('works', workId),
		versions: await access.getRowsOfWork('versions', workId),
		drafts: await access.getRowsOfWork('drafts', workId),
		...(foreignSource !== null && { foreignSource })
	};
}

/** Removes a work, and resolves to its rows. For a visitor, no outbox row is left, because the server has none of their works. */
export async function removeRowsOfWork(
	access: RowAccess,
	workId: string,
	account: string | null,
	now: number
): Promise<RemovedWork> {
	const removedWork = await readRowsOfWork(access, workId);
	for (const row of removedWork.versions) await access.remove('versions', (row as { id: string }).id);
	for (const row of removedWork.drafts) await access.remove('drafts', (row as { branch: string }).branch);
	await access.remove('running', workId);
	await access.remove('works', workId);
	if (account !== null) await markWorkRemoved(access, workId, now);
	return { ...removedWork, removedAt: now };
}

/** Puts a removed work's rows back, and resolves to the work; `work` is undefined when only a newer page can read it. */
export async function restoreRowsOfWork(
	access: RowAccess,
	removedWork: RemovedWork,
	account: string | null
): Promise<{ kind: 'back'; work: Work | undefined }> {
	const needsNewIds =
		account !== null && removedWork.removedAt !== undefined && (await isRemovalSent(access, removedWork));
	const { work, versions, drafts, foreignSource } = needsNewIds ? renewWorkIds(removedWork) : removedWork;
	for (const row of versions) await access.put('versions', row as object);
	for (const row of drafts) await access.put('drafts', row as object);
	if (work !== undefined) await access.put('works', work as object);
	const restoredWork = parseWork(work);
	if (restoredWork && foreignSource !== undefined) await markProgramForeign(access, restoredWork.id, foreignSource);
	if (restoredWork) await unmarkWorkRemoved(access, restoredWork.id);
	return { kind: 'back', work: restoredWork };
}

/**
 * Resolves to whether the server may know of a removal: it was sent, or the outbox no longer holds it because the server has
 * answered.
 */
async function isRemovalSent(access: RowAccess, removedWork: RemovedWork): Promise<boolean> {
	const work = parseWork(removedWork.work);
	if (!work) return false;
	const { removed, removalSent } = await readOutboxRow(access, work.id);
	return !removed || removalSent === true;
}

/**
 * Gives a removed work and its history new ids. The server may keep the removed work for its other author or for a class that it
 * was handed in to, and would then take neither the work nor its versions from this person again.
 */
function renewWorkIds(removedWork: RemovedWork): RemovedWork {
	const workId = newId();
	const newIdByOldId = new Map<string, string>();
	const renewId = (id: unknown): unknown => {
		if (typeof id !== 'string') return id;
		const renewedId = newIdByOldId.get(id) ?? newId();
		newIdByOldId.set(id, renewedId);
		return renewedId;
	};
	const renewVersion = (version: unknown): unknown =>
		isRow(version)
			? { ...version, id: renewId(version['id']), work: workId, parent: renewId(version['parent']) }
			: version;
	const { work, versions, drafts } = removedWork;
	return {
		...removedWork,
		work: isRow(work) ? { ...work, id: workId, head: renewId(work['head']) } : work,
		versions: versions.map(renewVersion),
		drafts: drafts.map((row) => (isRow(row) ? { ...row, work: workId, version: renewVersion(row['version']) } : row))
	};
}

const isRow = (row: unknown): row is Record<string, unknown> => typeof row === 'object' && row !== null;
