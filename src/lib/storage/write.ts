import {
	LONGEST_DRAFT_AGE_MS,
	findMainDraft,
	decideDraftPlacement,
	openingVersionIdOf,
	type Draft
} from '#lib/domain/work.ts';
import { newId } from '#lib/domain/identity.ts';
import { type RowAccess, readDraftsForWrite, readVersion, readWork, sealDraftAsVersion } from './rows.ts';
import { createVersion, type SaveConflict, type WorkContent, type SaveOptions, type SaveSuccess } from './storage.ts';

export async function writeContent(
	access: RowAccess,
	id: string,
	content: WorkContent,
	base: string,
	options: SaveOptions,
	now: number
): Promise<SaveSuccess | SaveConflict> {
	const work = await readWork(access, id);
	const drafts = await readDraftsForWrite(access, id);
	const draftPlacement = decideDraftPlacement(work.head, drafts, base);
	const openVersionId = openingVersionIdOf(work.head, drafts);
	let draft: Draft;
	if (draftPlacement.kind === 'continue') {
		const { parent } = draftPlacement.draft.version;
		draft = { ...draftPlacement.draft, version: createVersion(id, parent, content, now) };
	} else {
		const isMain = draftPlacement.kind === 'begin';
		// When another writer has rewritten the draft `base` since, the new version's parent is the nearest stored ancestor.
		const isBaseStored = isMain || (await readVersion(access, base)) !== undefined;
		const parentId = isBaseStored ? base : (findMainDraft(drafts)?.version.parent ?? work.head);
		draft = {
			branch: newId(),
			work: id,
			main: isMain,
			startedAt: now,
			version: createVersion(id, parentId, content, now)
		};
	}
	const isDraftOld = !options.changesOnlyStore && now - draft.startedAt >= LONGEST_DRAFT_AGE_MS;
	if (options.sealsVersion || isDraftOld) await sealDraftAsVersion(access, work, draft);
	else await access.put('drafts', draft);
	const savedFields = { baseVersion: draft.version.id, savedAt: now };
	return draft.main
		? { kind: 'saved', ...savedFields }
		: { kind: 'conflict', ...savedFields, theirVersion: openVersionId };
}
