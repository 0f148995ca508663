import type { IDBPDatabase } from 'idb';
import * as v from 'valibot';
import { parseWithSchema } from '#lib/domain/parse.ts';
import { withDatabase } from './open-database.ts';
import { worksDatabaseName } from './open.ts';

export interface Cover {
	picture: Blob;
	/** Description in words; empty when the program gives none. */
	description: string;
}

const COVERS_STORE = 'covers';
const coverRowSchema = v.object({ work: v.string(), picture: v.instance(Blob), description: v.string() });

export const coversDatabaseName = (account: string | null): string => `${worksDatabaseName(account)}.${COVERS_STORE}`;

/** Resolves to undefined where the browser refuses storage, without a message: a lost cover is drawn again. */
const withCoversDatabase = <T>(
	account: string | null,
	action: (database: IDBPDatabase) => Promise<T>
): Promise<T | undefined> =>
	withDatabase(account, coversDatabaseName(account), createCoversStore, action).catch(() => undefined);

const createCoversStore = (made: IDBPDatabase) => void made.createObjectStore(COVERS_STORE, { keyPath: 'work' });

export async function saveCover(account: string | null, workId: string, cover: Cover): Promise<void> {
	await withCoversDatabase(account, (database) => database.put(COVERS_STORE, { ...cover, work: workId }));
}

export async function removeCover(account: string | null, workId: string): Promise<void> {
	await withCoversDatabase(account, (database) => database.delete(COVERS_STORE, workId));
}

export async function moveCovers(from: string | null, to: string, workIds: readonly string[]): Promise<void> {
	const covers = await readCovers(from);
	for (const workId of workIds) {
		const cover = covers.get(workId);
		if (cover === undefined) continue;
		await saveCover(to, workId, cover);
		await removeCover(from, workId);
	}
}

export async function readCovers(account: string | null): Promise<ReadonlyMap<string, Cover>> {
	const rows = (await withCoversDatabase<unknown[]>(account, (database) => database.getAll(COVERS_STORE))) ?? [];
	return new Map(
		rows.flatMap((row): [string, Cover][] => {
			const coverRow = parseWithSchema(coverRowSchema, row);
			return coverRow ? [[coverRow.work, coverRow]] : [];
		})
	);
}
