/** Keeps what each project drew last, small, in this browser alone; a lost one is drawn again. */
import { openDB, type IDBPDatabase } from 'idb';
import * as v from 'valibot';
import { hasDeparted } from './departures.ts';
import { databaseNameOf } from './open.ts';

/** What a work's program drew, with its maker's words for it. */
export interface Cover {
	picture: Blob;
	/** Empty when the program does not describe its drawing. */
	description: string;
}

const STORE_NAME = 'covers';
const CoverRow = v.object({ work: v.string(), picture: v.instance(Blob), description: v.string() });

export const coversDatabaseName = (account: string | null): string => `${databaseNameOf(account)}.${STORE_NAME}`;

/** Resolves to undefined where the browser refuses: a cover is worth no message. */
async function withCovers<T>(
	account: string | null,
	act: (database: IDBPDatabase) => Promise<T>
): Promise<T | undefined> {
	if (account !== null && hasDeparted(account)) return undefined;
	try {
		const database = await openDB(coversDatabaseName(account), 1, {
			upgrade: (made) => void made.createObjectStore(STORE_NAME, { keyPath: 'work' })
		});
		try {
			return await act(database);
		} finally {
			database.close();
		}
	} catch {
		return undefined;
	}
}

export async function saveCover(account: string | null, work: string, cover: Cover): Promise<void> {
	await withCovers(account, (database) => database.put(STORE_NAME, { work, ...cover }));
}

export async function removeCover(account: string | null, work: string): Promise<void> {
	await withCovers(account, (database) => database.delete(STORE_NAME, work));
}

/** Resolves to the covers of all works, by work. */
export async function readCovers(account: string | null): Promise<ReadonlyMap<string, Cover>> {
	const rows = (await withCovers<unknown[]>(account, (database) => database.getAll(STORE_NAME))) ?? [];
	return new Map(
		rows.flatMap((row): [string, Cover][] => {
			const read = v.safeParse(CoverRow, row);
			return read.success ? [[read.output.work, read.output]] : [];
		})
	);
}
