import {
	openingVersionIdOf,
	findChildlessVersions,
	lineageIdsOf,
	isPairWork,
	type Version,
	parseWork
} from '#lib/domain/work.ts';
import { LARGEST_SYNC_REQUEST_BYTES, MOST_VERSIONS_PER_REQUEST, syncApi, type SentWork } from '#lib/wire/sync.ts';
import { pairOfPage, accountOfPage } from '../person.ts';
import {
	readDrafts,
	readDraftsForWrite,
	readVersions,
	readWork,
	sealDraftsAsVersions,
	type RowAccess
} from '../rows.ts';
import { readOutboxRow, type OutboxRow } from './outbox-row.ts';

/**
 * Resolves to the next request for a work, or null when the server has everything. The request carries one version for all
 * changes since the last request; versions in between stay in this machine's history, except those of `wantedVersionIds`, which
 * were handed in. `sealsDraft`: seals drafts first, so that a sent version never changes.
 */
export async function composeSyncRequest(
	access: RowAccess,
	account: string,
	id: string,
	sealsDraft: boolean,
	wantedVersionIds: string[] = []
): Promise<SentWork | null> {
	const row = await readOutboxRow(access, id);
	if (row.removed) return null;
	const storedWork = await readWork(access, id);
	const drafts = await readDraftsForWrite(access, id);
	const headId = openingVersionIdOf(storedWork.head, drafts);
	if (row.refused === headId) return null;
	const versions = [...drafts.map((draft) => draft.version), ...(await readVersions(access, id))];
	const unsentVersions = chooseUnsentVersions(versions, headId, row, wantedVersionIds);
	if (unsentVersions.length === 0 && (row.head === headId || row.parted !== null)) return null;
	const work = sealsDraft ? await sealDraftsAsVersions(access, storedWork, drafts) : storedWork;
	const { kind, challenge, language, createdAt, authors } = work;
	const pairId = account === accountOfPage() ? pairOfPage()?.id : undefined;
	return {
		format: syncApi.format,
		account,
		...(pairId !== undefined && { pair: pairId }),
		work: { id, kind, challenge, language, createdAt, ...(isPairWork(work) && { authors }) },
		head: headId,
		expected: row.head,
		versions: unsentVersions
	};
}

/** Resolves to the versions that the server has or gets with the next request; all others are only in this browser's history. */
export async function findVersionsForServer(access: RowAccess, id: string): Promise<Version[]> {
	const row = await readOutboxRow(access, id);
	const drafts = await readDrafts(access, id);
	const headId = openingVersionIdOf((await readWork(access, id)).head, drafts);
	const versions = [...drafts.map((draft) => draft.version), ...(await readVersions(access, id))];
	const idsForServer = new Set([
		...row.known,
		...chooseUnsentVersions(versions, headId, row).map((version) => version.id)
	]);
	return versions.filter((version) => idsForServer.has(version.id));
}

/**
 * Resolves to whether a version waits to be sent: this browser has it, and the server neither has it nor refused the head, which
 * is sent first. A removed work waits until its removal is sent, because a removal can be undone.
 */
export async function isVersionUnsent(access: RowAccess, id: string, versionId: string): Promise<boolean> {
	const row = await readOutboxRow(access, id);
	if (row.known.includes(versionId)) return false;
	if (row.removed) return row.removalSent !== true;
	const drafts = await readDrafts(access, id);
	const work = parseWork(await access.get('works', id));
	const headId = work && openingVersionIdOf(work.head, drafts);
	if (headId !== undefined && [row.refused, row.absentHead].includes(headId)) return false;
	const versions = [...drafts.map((draft) => draft.version), ...(await readVersions(access, id))];
	return versions.some((version) => version.id === versionId);
}

/**
 * Chooses versions to send, within the size limits: the head, then those of `wantedVersionIds`, then versions without a child.
 * Each version gets as its parent the nearest ancestor that the server has.
 */
export function chooseUnsentVersions(
	versions: Version[],
	headId: string,
	row: OutboxRow,
	wantedVersionIds: string[] = []
): Version[] {
	const idsOnServer = new Set(row.known);
	const endingVersions = new Set(findChildlessVersions(versions));
	const otherVersions = versions
		.filter(
			(version) => version.id !== headId && (wantedVersionIds.includes(version.id) || endingVersions.has(version))
		)
		.sort((one, other) => Number(wantedVersionIds.includes(other.id)) - Number(wantedVersionIds.includes(one.id)));
	const unsentVersions = [...versions.filter(({ id }) => id === headId), ...otherVersions].filter(
		({ id }) => !idsOnServer.has(id)
	);
	const chosenVersions: Version[] = [];
	let requestSize = 0;
	for (const version of unsentVersions.slice(0, MOST_VERSIONS_PER_REQUEST)) {
		requestSize += JSON.stringify(version).length;
		if (chosenVersions.length > 0 && requestSize > LARGEST_SYNC_REQUEST_BYTES / 2) break;
		const [, ...ancestorIds] = lineageIdsOf(versions, version.id);
		chosenVersions.push({ ...version, parent: ancestorIds.find((id) => idsOnServer.has(id)) ?? null });
		idsOnServer.add(version.id);
	}
	return chosenVersions;
}
