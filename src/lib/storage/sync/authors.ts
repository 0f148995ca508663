import { openingVersionIdOf, isPairWork, type Version, parseWork } from '#lib/domain/work.ts';
import { toComparableText } from '#lib/domain/parse.ts';
import { newId } from '#lib/domain/identity.ts';
import { readDraftsForWrite, readDrafts, readVersion, readVersions, type RowAccess } from '../rows.ts';
import { readOutboxRow } from './outbox-row.ts';

/**
 * Stores the authors that the server names for a pair's work, unless its open version is unsent and so states its own. A work of
 * one person names no authors.
 */
export async function storeServerAuthors(access: RowAccess, id: string, authors: string[]): Promise<void> {
	const work = parseWork(await access.get('works', id));
	if (!work || (!isPairWork(work) && !isPairWork({ authors }))) return;
	const { known } = await readOutboxRow(access, id);
	if (!known.includes(openingVersionIdOf(work.head, await readDrafts(access, id)))) return;
	if (JSON.stringify(work.authors) !== JSON.stringify(authors)) await access.put('works', { ...work, authors });
}

/** Erases co-authors' decisions that the server has, once this person sits alone: they must not stay in this browser. */
export async function forgetCoAuthorDecisions(access: RowAccess): Promise<void> {
	for (const row of await access.getAll('works')) {
		const work = parseWork(row);
		if (!work) continue;
		const { known } = await readOutboxRow(access, work.id);
		for (const { others, ...version } of await readVersions(access, work.id))
			if (others && known.includes(version.id)) await access.put('versions', version);
	}
}

/**
 * Moves this browser's versions of a pair's work into this person's copy. Unsent versions are put beside the copy's head, for
 * their author to choose between.
 */
export async function moveVersionsIntoCopy(access: RowAccess, originalId: string, copyId: string): Promise<boolean> {
	const [originalWork, copiedWork] = [
		parseWork(await access.get('works', originalId)),
		parseWork(await access.get('works', copyId))
	];
	if (!originalWork || !copiedWork) return false;
	const [{ known }, row] = [await readOutboxRow(access, originalId), await readOutboxRow(access, copyId)];
	const drafts = await readDraftsForWrite(access, originalId);
	const openVersionId = openingVersionIdOf(originalWork.head, drafts);
	const localVersions = [...(await readVersions(access, originalId)), ...drafts.map((draft) => draft.version)];
	for (const version of localVersions) await access.put('versions', { ...version, work: copyId });
	for (const { branch } of drafts) await access.remove('drafts', branch);
	await access.remove('works', originalId);
	await access.remove('outbox', originalId);
	const [openVersion, copiedHead] = [
		localVersions.find(({ id }) => id === openVersionId),
		await readVersion(access, copiedWork.head)
	];
	// The unsent version gets a new id, since the server may have it already, in the other student's work.
	const unsentHead =
		openVersion && !known.includes(openVersionId) && !hasSameVersionContent(openVersion, copiedHead)
			? { ...openVersion, id: newId(), work: copyId, parent: null }
			: null;
	if (unsentHead) {
		await access.put('versions', unsentHead);
		await access.put('works', { ...copiedWork, head: unsentHead.id });
	}
	const serverVersionIds = [...row.known, ...localVersions.map(({ id }) => id)];
	await access.put('outbox', {
		...row,
		// While the author has to choose, no head counts as accepted: if the request expected the copy's head, the server would take
		// the unsent version.
		head: unsentHead ? null : row.head,
		known: [...new Set(serverVersionIds)],
		parted: unsentHead ? copiedWork.head : row.parted
	});
	return true;
}

const hasSameVersionContent = (mine: Version, theirs: Version | undefined): boolean =>
	toComparableText([mine.files, mine.project]) === toComparableText([theirs?.files, theirs?.project]);
