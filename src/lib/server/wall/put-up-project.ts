import { randomUUID } from 'node:crypto';
import { and, count, eq, sql } from 'drizzle-orm';
import { findSizeExcess } from '#lib/domain/file-size.ts';
import { toOneLine } from '#lib/domain/parse.ts';
import { LONGEST_PROJECT_TITLE, type RemixSource } from '#lib/domain/project.ts';
import { removeStoreFile } from '#lib/domain/project-store.ts';
import { WALL_LIMITS } from '#lib/domain/wall.ts';
import type { SentExhibit, WallRefusal } from '#lib/wire/wall.ts';
import type { Database } from '#lib/server/db/database.ts';
import { exhibit, work } from '#lib/server/db/schema/index.ts';
import {
	DEFAULT_ACCOUNT_STORAGE_LIMITS,
	estimateStoredBytes,
	type AccountStorageLimits
} from '#lib/server/work/quota.ts';
import { removeExhibits } from '#lib/server/work/remove-work.ts';
import { exhibitMakerCondition } from './exhibit-conditions.ts';
import { lockOpenWall, findQuotaRefusal, readVersionOfOwnWork } from './own-version.ts';

export type PutUpProjectResult = { kind: 'put-up'; exhibit: string } | { kind: 'refused'; reason: WallRefusal };

const refuseProject = (reason: WallRefusal): PutUpProjectResult => ({ kind: 'refused', reason });

interface ProjectInClass {
	account: string;
	classId: string;
	workId: string;
}

type SentProjectCopy = Pick<SentExhibit, 'version' | 'question' | 'cover'>;

/** Replaces a copy that hangs there already; a hidden exhibit stays hidden. */
export async function putUpProject(
	database: Database,
	{ account, classId, workId }: ProjectInClass,
	sent: SentProjectCopy,
	limits: AccountStorageLimits = DEFAULT_ACCOUNT_STORAGE_LIMITS,
	now = new Date()
): Promise<PutUpProjectResult> {
	return database.transaction(async (transaction) => {
		const ownMembership = await lockOpenWall(transaction, account, classId);
		if (typeof ownMembership === 'string') return refuseProject(ownMembership);
		const frozenVersion = await readVersionOfOwnWork(transaction, account, workId, sent.version);
		if (frozenVersion?.kind !== 'project') return refuseProject('not-saved');
		if (findSizeExcess(frozenVersion.files) !== undefined) return refuseProject('too-large');

		const [exhibitBefore] = await transaction
			.select({ id: exhibit.id, bytes: exhibit.bytes, visibility: exhibit.visibility })
			.from(exhibit)
			.where(and(eq(exhibit.classId, classId), eq(exhibit.workId, workId)))
			.for('update');
		if (!exhibitBefore) {
			const wallRefusal = await findWallLimitRefusal(transaction, classId, ownMembership.id);
			if (wallRefusal !== null) return refuseProject(wallRefusal);
		}
		const exhibitContent = {
			versionId: sent.version,
			title: toOneLine(frozenVersion.project?.title ?? '', LONGEST_PROJECT_TITLE),
			question: sent.question,
			// Leave out the program's store, which may hold what its maker typed.
			files: removeStoreFile(frozenVersion.files),
			cover: sent.cover?.content ?? '',
			coverDescription: sent.cover?.description ?? ''
		};
		const remixOf = await findOriginalExhibit(transaction, classId, frozenVersion.project?.remixOf, exhibitBefore?.id);
		const bytes = estimateStoredBytes(exhibitContent);
		const moreBytes = bytes - (exhibitBefore?.bytes ?? 0);
		const lackOfRoom = await findQuotaRefusal(transaction, account, moreBytes, limits);
		if (lackOfRoom !== null) return refuseProject(lackOfRoom);

		await transaction
			.update(work)
			.set({ bytes: sql`${work.bytes} + ${moreBytes}` })
			.where(eq(work.id, workId));
		if (exhibitBefore) {
			await transaction
				.update(exhibit)
				// The licence is removed, because it was chosen for the former copy only.
				.set({ ...exhibitContent, remixOf, bytes, isApproved: false, licence: null, changedAt: now })
				.where(eq(exhibit.id, exhibitBefore.id));
			return { kind: 'put-up', exhibit: exhibitBefore.id };
		}
		const id = randomUUID();
		const placeFields = { id, classId, membershipId: ownMembership.id, workId };
		await transaction
			.insert(exhibit)
			.values({ ...placeFields, ...exhibitContent, remixOf, bytes, putUpAt: now, changedAt: now });
		return { kind: 'put-up', exhibit: id };
	});
}

/** The project is named by its work or its exhibit. Resolves to whether it hung there. */
export function takeProjectOffWall(
	database: Database,
	{
		account,
		classId,
		...named
	}: Pick<ProjectInClass, 'account' | 'classId'> & ({ workId: string } | { exhibitId: string })
): Promise<boolean> {
	const namedCondition = 'workId' in named ? sql`work_id = ${named.workId}` : sql`exhibit.id = ${named.exhibitId}`;
	return removeExhibits(
		database,
		sql`class_id = ${classId} and ${namedCondition} and ${exhibitMakerCondition(account)}`
	);
}

/**
 * Finds the exhibit that the project says it was made from. Resolves to null when it names none, one that does not hang on this
 * class's wall, or `ownExhibitId`, which is the exhibit of the project itself.
 */
async function findOriginalExhibit(
	transaction: Database,
	classId: string,
	source: RemixSource | undefined,
	ownExhibitId: string | undefined
): Promise<string | null> {
	if (source === undefined || source.classId !== classId || source.exhibit === ownExhibitId) return null;
	const [found] = await transaction
		.select({ id: exhibit.id })
		.from(exhibit)
		.where(and(eq(exhibit.id, source.exhibit), eq(exhibit.classId, classId)))
		// This lock makes a removal of the original wait, so that the remix never names a deleted exhibit.
		.for('key share');
	return found?.id ?? null;
}

async function findWallLimitRefusal(
	transaction: Database,
	classId: string,
	membershipId: string
): Promise<WallRefusal | null> {
	const [counted] = await transaction
		.select({ all: count(), own: sql<number>`count(*) filter (where ${exhibit.membershipId} = ${membershipId})::int` })
		.from(exhibit)
		.where(eq(exhibit.classId, classId));
	if ((counted?.own ?? 0) >= WALL_LIMITS.ofStudent) return 'too-many';
	return (counted?.all ?? 0) >= WALL_LIMITS.ofClass ? 'wall-full' : null;
}
