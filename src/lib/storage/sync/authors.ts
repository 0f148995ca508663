/** Whose a work is, in this browser as on the server: who joined in it, who went on apart, and what of the other is not kept here. */
import { tipOf } from '../../domain/draft.ts';
import { fingerprint } from '../../domain/fingerprint.ts';
import { newId } from '../../domain/identity.ts';
import { isShared, type Version } from '../../domain/work.ts';
import { parseWork } from '../../domain/work-parse.ts';
import { clearDrafts, readDrafts, readVersion, readVersions } from '../parse-rows.ts';
import type { Access } from '../rows.ts';
import { readRow } from './row.ts';

/** By the server's word. One who makes it alone is named nowhere here. What still waits says itself whose it is. */
export async function takeAuthors(access: Access, id: string, authors: string[]): Promise<void> {
	const work = parseWork(await access.get('works', id));
	if (!work || (!isShared(work) && !isShared({ authors }))) return;
	const { known } = await readRow(access, id);
	if (!known.includes(tipOf(work.head, await readDrafts(access, id)))) return;
	if (JSON.stringify(work.authors) !== JSON.stringify(authors)) await access.put('works', { ...work, authors });
}

/** Nobody sits here beside this person any more: what the other decided, once the server has it, is not kept in their browser. */
export async function forgetOthers(access: Access): Promise<void> {
	for (const row of await access.all('works')) {
		const work = parseWork(row);
		if (!work) continue;
		const { known } = await readRow(access, work.id);
		for (const { others, ...version } of await readVersions(access, work.id))
			if (others && known.includes(version.id)) await access.put('versions', version);
	}
}

/**
 * Two went on apart, and this person with a copy, which is here: what this browser keeps of both's goes into it. What was made here and
 * never reached the server stands beside what the copy opens with, for its author to say which it is to be.
 */
export async function followCopy(access: Access, original: string, copy: string): Promise<boolean> {
	const [before, now] = [parseWork(await access.get('works', original)), parseWork(await access.get('works', copy))];
	if (!before || !now) return false;
	const [{ known }, row] = [await readRow(access, original), await readRow(access, copy)];
	const drafts = await clearDrafts(access, original);
	const tip = tipOf(before.head, drafts);
	const made = [...(await readVersions(access, original)), ...drafts.map((draft) => draft.version)];
	for (const version of made) await access.put('versions', { ...version, work: copy });
	for (const { branch } of drafts) await access.remove('drafts', branch);
	await access.remove('works', original);
	await access.remove('outbox', original);
	const [mine, theirs] = [made.find(({ id }) => id === tip), await readVersion(access, now.head)];
	// Under an id of its own: the server may have it as a version of the other's.
	const waits =
		mine && !known.includes(tip) && !isSame(mine, theirs) ? { ...mine, id: newId(), work: copy, parent: null } : null;
	if (waits) {
		await access.put('versions', waits);
		await access.put('works', { ...now, head: waits.id });
	}
	const there = [...row.known, ...made.map(({ id }) => id)];
	await access.put('outbox', { ...row, known: [...new Set(there)], parted: waits ? now.head : row.parted });
	return true;
}

const isSame = (mine: Version, theirs: Version | undefined): boolean =>
	fingerprint([mine.files, mine.project]) === fingerprint([theirs?.files, theirs?.project]);
