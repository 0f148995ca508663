/**
 * What this browser was told of a person's assignments, and which work of theirs belongs to which: so that an assignment opens without
 * the network too. It stands among that person's works, and goes with them when they leave.
 */
import * as v from 'valibot';
import type { Failed } from './failure.ts';
import type { Access } from './rows.ts';

export interface KeptAssignment {
	/** As it was told; whoever reads it parses it. */
	told: unknown;
	/** The work that belongs to it, by what this browser knows. */
	work: string | null;
	/** The server knows it too. */
	bound: boolean;
}

export interface Assignments {
	/** Null: nothing is known of it here. */
	read(id: string): Promise<KeptAssignment | null | Failed>;
	/** Keeps what was told. The work that the server names is the one, unless it has not yet heard of the one that was bound here. */
	keep(id: string, told: unknown, work: string | null): Promise<KeptAssignment | Failed>;
	/** This work belongs to it from now on, here; and when `bound` for the server too. */
	bind(id: string, work: string, bound: boolean): Promise<void>;
}

const rowSchema = v.object({ told: v.unknown(), work: v.nullable(v.string()), bound: v.boolean() });

type Attempt = <T>(mode: 'readonly' | 'readwrite', body: (access: Access) => Promise<T>) => Promise<T | Failed>;

export function assignmentsOn(attempt: Attempt): Assignments {
	return {
		read: (id) => attempt('readonly', (access) => readRow(access, id)),
		keep: (id, told, work) =>
			attempt('readwrite', async (access) => {
				const before = await readRow(access, id);
				const unheard = work === null && before?.bound === false ? before.work : null;
				const row = { told, work: work ?? unheard, bound: work !== null };
				await access.put('assignments', { id, ...row });
				return row;
			}),
		async bind(id, work, bound) {
			await attempt('readwrite', async (access) => {
				const before = await readRow(access, id);
				await access.put('assignments', { id, told: before?.told ?? null, work, bound });
			});
		}
	};
}

async function readRow(access: Access, id: string): Promise<KeptAssignment | null> {
	const row = v.safeParse(rowSchema, await access.get('assignments', id));
	return row.success ? row.output : null;
}
