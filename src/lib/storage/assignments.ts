import type { IDBPDatabase } from 'idb';
import * as v from 'valibot';
import { parseWithSchema } from '#lib/domain/parse.ts';
import { withDatabase } from './open-database.ts';
import { worksDatabaseName } from './open.ts';

interface StoredWorkBinding {
	/** Id of the work bound to the assignment, as far as this browser knows; null without one. */
	work: string | null;
	/** Whether the server knows the binding. */
	bound: boolean;
	/** Id of the bound work that an unsent binding replaces. */
	instead?: string;
}

export interface StoredAssignment extends StoredWorkBinding {
	/** The assignment as received from the server; callers parse it. */
	told: unknown;
}

const assignmentRowSchema = v.object({
	told: v.unknown(),
	work: v.nullable(v.string()),
	bound: v.boolean(),
	instead: v.exactOptional(v.string())
});
const ASSIGNMENTS_STORE = 'assignments';

/** Apart from the works' database, whose format is another; both are erased when the person leaves this computer. */
export const assignmentsDatabaseName = (account: string): string =>
	`${worksDatabaseName(account)}.${ASSIGNMENTS_STORE}`;

export function readAssignment(account: string, id: string): Promise<StoredAssignment | null> {
	return withAssignmentsDatabase(account, null, (database) => readAssignmentRow(database, id));
}

/** Resolves to the stored assignments in no particular order; callers parse them. */
export function readStoredAssignments(account: string): Promise<unknown[]> {
	return withAssignmentsDatabase(account, [], async (database) => {
		const rows: unknown[] = await database.getAll(ASSIGNMENTS_STORE);
		return rows.flatMap((input) => parseWithSchema(assignmentRowSchema, input)?.told ?? []);
	});
}

/**
 * Stores an assignment as received and resolves to its row. The server's binding is taken over, except when this browser has
 * bound a work that the server does not know yet, and the server names no work or the one replaced here.
 */
export function storeAssignment(
	account: string,
	{ id, told, work }: { id: string; told: unknown; work: string | null }
): Promise<StoredAssignment> {
	return withAssignmentsDatabase(account, { told, work, bound: work !== null }, async (database) => {
		const storedRow = await readAssignmentRow(database, id);
		const keepsUnsentWork = storedRow?.bound === false && (work === null || work === storedRow.instead);
		const row = keepsUnsentWork ? { ...storedRow, told } : { told, work, bound: work !== null };
		await database.put(ASSIGNMENTS_STORE, { id, ...row });
		return row;
	});
}

/**
 * Binds a work to the assignment in this browser, and resolves to the stored binding. Binding the same work again before it was
 * sent keeps the id of the work that it replaces. `bound`: whether the server knows the binding.
 */
export function storeWorkBinding(account: string, id: string, binding: StoredWorkBinding): Promise<StoredWorkBinding> {
	return withAssignmentsDatabase(account, binding, async (database) => {
		const storedRow = await readAssignmentRow(database, id);
		const replacedWork = storedRow?.work === binding.work && !binding.bound ? storedRow.instead : undefined;
		const storedBinding = { ...(replacedWork !== undefined && { instead: replacedWork }), ...binding };
		await database.put(ASSIGNMENTS_STORE, { id, told: storedRow?.told ?? null, ...storedBinding });
		return storedBinding;
	});
}

/** Binds another work in place of this one, wherever this one is bound in this browser. The server does not know that yet. */
export function replaceBoundWork(account: string, workId: string, newWorkId: string): Promise<void> {
	return withAssignmentsDatabase(account, undefined, async (database) => {
		for (const id of await database.getAllKeys(ASSIGNMENTS_STORE)) {
			const row = await readAssignmentRow(database, String(id));
			if (row?.work === workId)
				await database.put(ASSIGNMENTS_STORE, {
					...row,
					id,
					work: newWorkId,
					bound: false,
					instead: row.instead ?? workId
				});
		}
	});
}

async function readAssignmentRow(database: IDBPDatabase, id: string): Promise<StoredAssignment | null> {
	return parseWithSchema(assignmentRowSchema, await database.get(ASSIGNMENTS_STORE, id)) ?? null;
}

interface NonAssignmentRows {
	get(id: string): Promise<unknown>;
	put(row: { id: string } & Record<string, unknown>): Promise<unknown>;
	delete(id: string): Promise<unknown>;
}

/**
 * Runs an action on rows of this database that are no assignments and have ids of their own. Resolves to `otherwise` when this
 * browser stores nothing.
 */
export function withNonAssignmentRows<T>(
	account: string,
	otherwise: T,
	action: (store: NonAssignmentRows) => Promise<T>
): Promise<T> {
	return withAssignmentsDatabase(account, otherwise, (database) =>
		action({
			get: (id) => database.get(ASSIGNMENTS_STORE, id),
			put: (row) => database.put(ASSIGNMENTS_STORE, row),
			delete: (id) => database.delete(ASSIGNMENTS_STORE, id)
		})
	);
}

/** Runs an action on the database. Resolves to `otherwise` when this browser stores nothing; opening assignments then needs the network. */
const withAssignmentsDatabase = <T>(
	account: string,
	otherwise: T,
	action: (database: IDBPDatabase) => Promise<T>
): Promise<T> =>
	withDatabase(account, assignmentsDatabaseName(account), createAssignmentsStore, action).catch(() => otherwise);

const createAssignmentsStore = (made: IDBPDatabase) =>
	void made.createObjectStore(ASSIGNMENTS_STORE, { keyPath: 'id' });
