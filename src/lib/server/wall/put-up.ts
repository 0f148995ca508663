/** Puts a project on the wall of a class as a frozen copy, and takes it off. */
import { randomUUID } from 'node:crypto';
import { and, count, eq, sql } from 'drizzle-orm';
import { findSizeExcess } from '#lib/domain/file-size.ts';
import { toOneLine } from '#lib/domain/one-line-text.ts';
import { LONGEST_PROJECT_TITLE, type RemixSource } from '#lib/domain/project.ts';
import { withoutStoreFile } from '#lib/domain/project-store.ts';
import { WALL_LIMITS } from '#lib/domain/wall.ts';
import type { SentExhibit, WallRefusal } from '#lib/wire/wall.ts';
import type { Database } from '#lib/server/db/database.ts';
import { exhibit, work } from '#lib/server/db/schema/index.ts';
import {
	DEFAULT_ACCOUNT_STORAGE_LIMITS,
	estimateStoredBytes,
	type AccountStorageLimits
} from '#lib/server/work/limits.ts';
import { removeExhibits } from '#lib/server/work/remove-exhibits.ts';
import { exhibitMakerCondition } from './exhibit-conditions.ts';
import { lockOpenWall } from './lock-open-wall.ts';
import { findLackOfRoom, readOwnVersion } from './own-version.ts';

export type PutUpResult = { kind: 'put-up'; exhibit: string } | { kind: 'refused'; reason: WallRefusal };

const refuse = (reason: WallRefusal): PutUpResult => ({ kind: 'refused', reason });

interface Place {
	/** Account of the student who asks. */
	account: string;
	classId: string;
	work: string;
}

type SentCopy = Pick<SentExhibit, 'version' | 'question' | 'cover'>;

/**
 * Copies a stored version of a student's own project to the wall. A project that hangs there already gets the new copy in its place; one
 * that is hidden stays hidden.
 */
export async function putUpProject(
	database: Database,
	{ account, classId, work: workId }: Place,
	sent: SentCopy,
	limits: AccountStorageLimits = DEFAULT_ACCOUNT_STORAGE_LIMITS,
	now = new Date()
): Promise<PutUpResult> {
	return database.transaction(async (transaction) => {
		const member = await lockOpenWall(transaction, account, classId);
		if (typeof member === 'string') return refuse(member);
		const frozen = await readOwnVersion(transaction, account, workId, sent.version);
		if (frozen?.kind !== 'project') return refuse('not-saved');
		if (findSizeExcess(frozen.files) !== undefined) return refuse('too-large');

		const [before] = await transaction
			.select({ id: exhibit.id, bytes: exhibit.bytes, visibility: exhibit.visibility })
			.from(exhibit)
			.where(and(eq(exhibit.classId, classId), eq(exhibit.workId, workId)))
			.for('update');
		if (!before) {
			const full = await findWallRefusal(transaction, classId, member.id);
			if (full !== null) return refuse(full);
		}
		const content = {
			versionId: sent.version,
			title: toOneLine(frozen.project?.title ?? '', LONGEST_PROJECT_TITLE),
			question: sent.question,
			// What the program kept for its maker, such as what they typed into it, is not shown to the class.
			files: withoutStoreFile(frozen.files),
			cover: sent.cover?.content ?? '',
			coverDescription: sent.cover?.description ?? ''
		};
		const remixOf = await findOriginal(transaction, classId, frozen.project?.remixOf, before?.id);
		const bytes = estimateStoredBytes(content);
		const more = bytes - (before?.bytes ?? 0);
		const lack = await findLackOfRoom(transaction, account, more, limits);
		if (lack !== null) return refuse(lack);

		await transaction
			.update(work)
			.set({ bytes: sql`${work.bytes} + ${more}` })
			.where(eq(work.id, workId));
		if (before) {
			await transaction
				.update(exhibit)
				.set({ ...content, remixOf, bytes, isApproved: false, changedAt: now })
				.where(eq(exhibit.id, before.id));
			return { kind: 'put-up', exhibit: before.id };
		}
		const id = randomUUID();
		const place = { id, classId, membershipId: member.id, workId };
		await transaction.insert(exhibit).values({ ...place, ...content, remixOf, bytes, putUpAt: now, changedAt: now });
		return { kind: 'put-up', exhibit: id };
	});
}

/** Takes a project off the wall for one of its makers, named by its work or its exhibit. Resolves to whether it hung there. */
export function takeOff(
	database: Database,
	{ account, classId, ...named }: Pick<Place, 'account' | 'classId'> & ({ work: string } | { exhibit: string })
): Promise<boolean> {
	const isNamed = 'work' in named ? sql`work_id = ${named.work}` : sql`exhibit.id = ${named.exhibit}`;
	return removeExhibits(database, sql`class_id = ${classId} and ${isNamed} and ${exhibitMakerCondition(account)}`);
}

/**
 * Finds the exhibit that the project says it was made from. Resolves to null for none, for one that no longer hangs on this class's wall,
 * and for `self`, the exhibit that is put up.
 */
async function findOriginal(
	transaction: Database,
	classId: string,
	source: RemixSource | undefined,
	self: string | undefined
): Promise<string | null> {
	if (source === undefined || source.classId !== classId || source.exhibit === self) return null;
	const [found] = await transaction
		.select({ id: exhibit.id })
		.from(exhibit)
		.where(and(eq(exhibit.id, source.exhibit), eq(exhibit.classId, classId)))
		// Whoever takes the original off waits, so that the remix never names one that is gone.
		.for('key share');
	return found?.id ?? null;
}

async function findWallRefusal(transaction: Database, classId: string, member: string): Promise<WallRefusal | null> {
	const [counted] = await transaction
		.select({ all: count(), own: sql<number>`count(*) filter (where ${exhibit.membershipId} = ${member})::int` })
		.from(exhibit)
		.where(eq(exhibit.classId, classId));
	if ((counted?.own ?? 0) >= WALL_LIMITS.ofStudent) return 'too-many';
	return (counted?.all ?? 0) >= WALL_LIMITS.ofClass ? 'wall-full' : null;
}
