/**
 * What this browser was told of a person's assignments, and which work of theirs belongs to which: so that an assignment opens without
 * the network too. In a database of its own beside their works, whose format it is no part of; it goes with them when they leave.
 */
import { openDB, type IDBPDatabase } from 'idb';
import * as v from 'valibot';
import { isGone } from './departed.ts';
import { databaseOf } from './open.ts';

export interface KeptAssignment {
	/** As it was told; whoever reads it parses it. */
	told: unknown;
	/** The work that belongs to it, by what this browser knows. */
	work: string | null;
	/** The server knows it too. */
	bound: boolean;
}

const rowSchema = v.object({ told: v.unknown(), work: v.nullable(v.string()), bound: v.boolean() });
const STORE = 'assignments';

export const assignmentsDatabaseOf = (account: string): string => `${databaseOf(account)}.${STORE}`;

/** Null: nothing is known of it here, or this browser keeps nothing. */
export function readAssignment(account: string, id: string): Promise<KeptAssignment | null> {
	return within(account, null, (database) => readRow(database, id));
}

/** What was told of each, in no particular order; whoever reads it parses it. */
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
 * Keeps what was told. The work that the server names is the one, unless it has not yet heard of the one that was bound here. Resolves
 * to what is known now.
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

/** This work belongs to it from now on, here; and when `bound` for the server too. */
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

/** For what else stands beside an assignment, under ids of its own. */
export function inAssignments<T>(account: string, otherwise: T, body: (store: Store) => Promise<T>): Promise<T> {
	return within(account, otherwise, (database) =>
		body({
			get: (id) => database.get(STORE, id),
			put: (row) => database.put(STORE, row),
			delete: (id) => database.delete(STORE, id)
		})
	);
}

/** A browser that keeps nothing needs the network for an assignment, and nothing else is lost. */
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
