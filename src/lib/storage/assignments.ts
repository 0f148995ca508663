/** A person's assignments as last received, with their works, so that assignments open without network. */
import { openDB, type IDBPDatabase } from 'idb';
import * as v from 'valibot';
import { hasDeparted } from './departures.ts';
import { databaseNameOf } from './open.ts';

export interface StoredAssignment {
	/** As received from the server; callers parse it. */
	told: unknown;
	/** The work bound to the assignment, as far as this browser knows. */
	work: string | null;
	/** Whether the server knows the binding. */
	bound: boolean;
}

const rowSchema = v.object({ told: v.unknown(), work: v.nullable(v.string()), bound: v.boolean() });
const STORE_NAME = 'assignments';

/** Separate from the works, whose format it is not part of; erased with them when the person leaves. */
export const assignmentsDatabaseName = (account: string): string => `${databaseNameOf(account)}.${STORE_NAME}`;

/** Resolves to null when the assignment is unknown here, or when this browser stores nothing. */
export function readAssignment(account: string, id: string): Promise<StoredAssignment | null> {
	return withDatabase(account, null, (database) => readRow(database, id));
}

/** Resolves to the stored assignments in no particular order; callers parse them. */
export function readStoredAssignments(account: string): Promise<unknown[]> {
	return withDatabase(account, [], async (database) => {
		const rows: unknown[] = await database.getAll(STORE_NAME);
		return rows.flatMap((input) => {
			const row = v.safeParse(rowSchema, input);
			return row.success ? [row.output.told] : [];
		});
	});
}

/**
 * Stores an assignment as received and resolves to its row. The server's work wins, unless it names none and has not yet
 * received this browser's binding.
 */
export function storeAssignment(
	account: string,
	{ id, told, work }: { id: string; told: unknown; work: string | null }
): Promise<StoredAssignment> {
	return withDatabase(account, { told, work, bound: work !== null }, async (database) => {
		const storedRow = await readRow(database, id);
		const unsentWork = work === null && storedRow?.bound === false ? storedRow.work : null;
		const row = { told, work: work ?? unsentWork, bound: work !== null };
		await database.put(STORE_NAME, { id, ...row });
		return row;
	});
}

/** Binds the work to the assignment in this browser; `bound` when the server knows too. */
export function storeBinding(
	account: string,
	id: string,
	{ work, bound }: { work: string; bound: boolean }
): Promise<void> {
	return withDatabase(account, undefined, async (database) => {
		const told = (await readRow(database, id))?.told ?? null;
		await database.put(STORE_NAME, { id, told, work, bound });
	});
}

async function readRow(database: IDBPDatabase, id: string): Promise<StoredAssignment | null> {
	const row = v.safeParse(rowSchema, await database.get(STORE_NAME, id));
	return row.success ? row.output : null;
}

interface Store {
	get(id: string): Promise<unknown>;
	put(row: { id: string } & Record<string, unknown>): Promise<unknown>;
	delete(id: string): Promise<unknown>;
}

/** Gives access to other rows of this database, which use ids of their own. */
export function withAssignmentStore<T>(account: string, otherwise: T, body: (store: Store) => Promise<T>): Promise<T> {
	return withDatabase(account, otherwise, (database) =>
		body({
			get: (id) => database.get(STORE_NAME, id),
			put: (row) => database.put(STORE_NAME, row),
			delete: (id) => database.delete(STORE_NAME, id)
		})
	);
}

/** Resolves to `otherwise` when this browser stores nothing; assignments then need the network. */
async function withDatabase<T>(
	account: string,
	otherwise: T,
	body: (database: IDBPDatabase) => Promise<T>
): Promise<T> {
	if (hasDeparted(account)) return otherwise;
	let database: IDBPDatabase | undefined;
	try {
		database = await openDB(assignmentsDatabaseName(account), 1, {
			upgrade: (made) => void made.createObjectStore(STORE_NAME, { keyPath: 'id' })
		});
		return await body(database);
	} catch {
		return otherwise;
	} finally {
		database?.close();
	}
}
