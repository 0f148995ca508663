/** Saves content within a transaction: compares the base, places the version, seals drafts. */
import { LONGEST_DRAFT_AGE, mainDraftOf, draftPlacementOf, openingVersionOf, type Draft } from '#lib/domain/draft.ts';
import { newId } from '#lib/domain/identity.ts';
import type { RowAccess } from './rows.ts';
import { readDraftsForWrite, readVersion, readWork, sealDraft } from './parse-rows.ts';
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
	const placement = draftPlacementOf(work.head, drafts, base);
	const theirs = openingVersionOf(work.head, drafts);
	let draft: Draft;
	if (placement.kind === 'continue') {
		const { parent } = placement.draft.version;
		draft = { ...placement.draft, version: createVersion(id, parent, content, now) };
	} else {
		const main = placement.kind === 'begin';
		// When another writer has rewritten the draft `base` since, the new version's parent is the nearest stored ancestor.
		const isStored = main || (await readVersion(access, base)) !== undefined;
		const parent = isStored ? base : (mainDraftOf(drafts)?.version.parent ?? work.head);
		draft = { branch: newId(), work: id, main, startedAt: now, version: createVersion(id, parent, content, now) };
	}
	const isOld = !options.keepsOnly && now - draft.startedAt >= LONGEST_DRAFT_AGE;
	if (options.sealsVersion || isOld) await sealDraft(access, work, draft);
	else await access.put('drafts', draft);
	const result = { baseVersion: draft.version.id, at: now };
	return draft.main ? { kind: 'saved', ...result } : { kind: 'conflict', ...result, theirVersion: theirs };
}
