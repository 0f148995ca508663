/** Applies the server's answers to local works; versions that the server lacks still open here. */
import { openingVersionIdOf, isDescendant, type Version, parseWork } from '#lib/domain/work.ts';
import type { SyncAnswer, ReadWorkAnswer, SentWork } from '#lib/wire/sync.ts';
import { isUntouchedRemix, markProgramForeign } from '../program-marks.ts';
import { readDrafts, readVersions, sealDraftsAsVersions, type RowAccess } from '../rows.ts';
import { storeServerAuthors } from './authors.ts';
import { createOutboxRow, readOutboxRow } from './outbox-row.ts';
import { isPermanentRefusal } from './refusals.ts';
import { wasVersionSentOnClosing } from './sent-on-closing.ts';

export type SyncResult =
	/** This browser and the server have the same version. */
	| { kind: 'sent'; version: string }
	/** A version from elsewhere, which opens here from now on. */
	| { kind: 'newer'; version: string }
	/** A version from elsewhere, made beside the local one. Both are kept. */
	| { kind: 'parted'; version: string }
	/** The answer settles nothing, because unsent versions remain or the answer is outdated: ask the server again. */
	| { kind: 'again' }
	| { kind: 'refused'; reason: Extract<SyncAnswer, { kind: 'refused' }>['reason'] };

export async function applySyncAnswer(access: RowAccess, sent: SentWork, answer: SyncAnswer): Promise<SyncResult> {
	const id = sent.work.id;
	const row = await readOutboxRow(access, id);
	const knownIds = [...new Set([...row.known, ...sent.versions.map((version) => version.id)])];
	switch (answer.kind) {
		case 'stored':
			await access.put('outbox', { ...row, known: knownIds, head: answer.head, parted: null, refused: null });
			await storeServerAuthors(access, id, answer.authors);
			return { kind: 'sent', version: answer.head };
		case 'conflict':
			await access.put('outbox', { ...row, known: knownIds, refused: null });
			// The author has chosen since, or another tab's answer came first: ask again, because the conflict may be settled.
			if (row.head !== sent.expected) return { kind: 'again' };
			return reconcileWork(access, id, answer.head, answer.versions);
		case 'refused':
			return applyRefusal(access, sent, answer.reason);
	}
}

async function applyRefusal(
	access: RowAccess,
	sent: SentWork,
	reason: Extract<SyncAnswer, { kind: 'refused' }>['reason']
): Promise<SyncResult> {
	const row = await readOutboxRow(access, sent.work.id);
	// The server was restored from a backup and lacks the parents of what was sent: send everything again.
	if (reason === 'parents' && row.known.length > 0) {
		await access.put('outbox', { ...row, known: [] });
		return { kind: 'again' };
	}
	// The work was removed from another machine, or the server was restored. The local work stays, and is sent again with its next change.
	if (reason === 'absent' && sent.expected !== null) {
		await access.put('outbox', createOutboxRow(row.work));
		return { kind: 'again' };
	}
	if (reason === 'absent') await access.put('outbox', { ...row, absentHead: sent.head });
	if (isPermanentRefusal(reason)) await access.put('outbox', { ...row, refused: sent.head });
	return { kind: 'refused', reason };
}

/**
 * Stores a work from the server, whether new here, newer than the local one, or made beside it. `acceptedHead`: the server's head
 * that this browser had accepted before the request; null for none, absent when that is not known. Nothing changes if another
 * head was accepted meanwhile, or if the server has answered the work's removal meanwhile.
 */
export async function storeFetchedWork(
	access: RowAccess,
	{ work, versions }: Extract<ReadWorkAnswer, { kind: 'work' }>,
	acceptedHead?: string | null
): Promise<SyncResult> {
	const { head: knownHead, removed } = await readOutboxRow(access, work.id);
	const isOutdated = acceptedHead !== undefined && knownHead !== acceptedHead;
	if ((await access.get('works', work.id)) === undefined) {
		const headVersion = versions.find(({ id }) => id === work.head);
		if (removed || isOutdated || !headVersion) return { kind: 'again' };
		for (const version of versions) await access.put('versions', version);
		await access.put('works', work);
		if (isUntouchedRemix(headVersion)) await markProgramForeign(access, work.id, 'wall');
		const knownIds = versions.map(({ id }) => id);
		await access.put('outbox', { ...createOutboxRow(work.id), head: work.head, known: knownIds });
		return { kind: 'newer', version: work.head };
	}
	await storeServerAuthors(access, work.id, work.authors);
	if (isOutdated) return { kind: 'again' };
	return reconcileWork(access, work.id, work.head, versions);
}

async function reconcileWork(
	access: RowAccess,
	id: string,
	head: string,
	receivedVersions: Version[]
): Promise<SyncResult> {
	const row = await readOutboxRow(access, id);
	const work = parseWork(await access.get('works', id));
	if (!work || row.removed) return { kind: 'again' };
	const drafts = await readDrafts(access, id);
	const storedVersions = await readVersions(access, id);
	const storedIds = new Set(storedVersions.map((version) => version.id));
	for (const version of receivedVersions) {
		// Store a version again when it brings the other student's decision, which the server sends only while both sit together.
		if (version.work === id && (!storedIds.has(version.id) || version.others)) await access.put('versions', version);
	}
	const versions = [...storedVersions, ...drafts.map((draft) => draft.version), ...receivedVersions];
	const knownIds = [...new Set([...row.known, head, ...receivedVersions.map((version) => version.id)])];
	const openVersionId = openingVersionIdOf(work.head, drafts);
	// This browser sent the head while its page closed, so the head is its own, even though the draft went on and does not descend
	// from it.
	if (openVersionId === head || isDescendant(versions, openVersionId, head) || wasVersionSentOnClosing(head)) {
		// Once the server has a draft's version, the next edit must descend from it instead of taking its place.
		if (openVersionId === head) await sealDraftsAsVersions(access, work, drafts);
		await access.put('outbox', { ...row, known: knownIds, head, parted: null });
		return openVersionId === head ? { kind: 'sent', version: head } : { kind: 'again' };
	}
	const isReadable = versions.some((version) => version.id === head);
	// No local version waits to be sent, and the server's version descends from the local one: open the server's.
	if (isReadable && (row.head === openVersionId || isDescendant(versions, head, openVersionId))) {
		// A main draft that is not sealed would still open here, and the next request would take the server back to it.
		await access.put('works', { ...(await sealDraftsAsVersions(access, work, drafts)), head });
		await access.put('outbox', { ...row, known: knownIds, head, parted: null });
		return { kind: 'newer', version: head };
	}
	if (!isReadable) return { kind: 'again' };
	await access.put('outbox', { ...row, known: knownIds, parted: head });
	return { kind: 'parted', version: head };
}

/** Records that the author has chosen between both versions; the server is then told to open the chosen one. */
export async function settleConflict(access: RowAccess, id: string): Promise<void> {
	const row = await readOutboxRow(access, id);
	if (row.parted !== null) await access.put('outbox', { ...row, head: row.parted, parted: null, refused: null });
}
