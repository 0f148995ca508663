/** A person's assignments as last received, with their works, so that assignments open without network. */
import { openDB, type IDBPDatabase } from 'idb';
import * as v from 'valibot';
import { isGone } from './departures.ts';
import { databaseOf } from './open.ts';

export interface KeptAssignment {
	/** As received from the server; callers parse it. */
	told: unknown;
	/** The work bound to the assignment, as far as this browser knows. */
	work: string | null;
	/** Whether the server knows the binding. */
	bound: boolean;
}

const rowSchema = v.object({ told: v.unknown(), work: v.nullable(v.string()), bound: v.boolean() });
const STORE = 'assignments';

/** Separate from the works, whose format it is not part of; erased with them when the person leaves. */
export const assignmentsDatabaseOf = (account: string): string => `${databaseOf(account)}.${STORE}`;

/** Resolves to null when the assignment is unknown here, or when this browser stores nothing. */
export function readAssignment(account: string, id: string): Promise<KeptAssignment | null> {
	return within(account, null, (database) => readRow(database, id));
}

/** Resolves to the stored assignments in no particular order; callers parse them. */
export function storedAssignments(account: string): Promise<unknown[]> {
	return within(account, [], async (database) => {
		const rows: unknown[] = await database.getAll(STORE);
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
export function keepAssignment(
	account: string,
	{ id, told, work }: { id: string; told: unknown; work: string | null }
): Promise<KeptAssignment> {
	return within(account, { told, work, bound: work !== null }, async (database) => {
		const before = await readRow(database, id);
		const unheard = work === null && before?.bound === false ? before.work : null;
		const row = { told, work: work ?? unheard, bound: work !== null };
		await database.put(STORE, { id, ...row });
		return row;
	});
}

/** Binds the work to the assignment in this browser; `bound` when the server knows too. */
export function bindHere(
	account: string,
	id: string,
	{ work, bound }: { work: string; bound: boolean }
): Promise<void> {
	return within(account, undefined, async (database) => {
		const told = (await readRow(database, id))?.told ?? null;
		await database.put(STORE, { id, told, work, bound });
	});
}

async function readRow(database: IDBPDatabase, id: string): Promise<KeptAssignment | null> {
	const row = v.safeParse(rowSchema, await database.get(STORE, id));
	return row.success ? row.output : null;
}

interface Store {
	get(id: string): Promise<unknown>;
	put(row: { id: string } & Record<string, unknown>): Promise<unknown>;
	delete(id: string): Promise<unknown>;
}

/** Gives access to other rows of this database, which use ids of their own. */
export function inAssignments<T>(account: string, otherwise: T, body: (store: Store) => Promise<T>): Promise<T> {
	return within(account, otherwise, (database) =>
		body({
			get: (id) => database.get(STORE, id),
			put: (row) => database.put(STORE, row),
			delete: (id) => database.delete(STORE, id)
		})
	);
}

/** Resolves to `otherwise` when this browser stores nothing; assignments then need the network. */
async function within<T>(account: string, otherwise: T, body: (database: IDBPDatabase) => Promise<T>): Promise<T> {
	if (isGone(account)) return otherwise;
	let database: IDBPDatabase | undefined;
	try {
		database = await openDB(assignmentsDatabaseOf(account), 1, {
			upgrade: (made) => void made.createObjectStore(STORE, { keyPath: 'id' })
		});
		return await body(database);
	} catch {
		return otherwise;
	} finally {
		database?.close();
	}
}
