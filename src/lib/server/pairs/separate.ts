/** Two who made something go on apart: the one who began it keeps it, the other gets a copy, and neither gets what the other decided. */
import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { version, work, workAuthor } from '../db/schema/index.ts';
import { undecided } from '../work/seen.ts';

/** What is the other's is not for this person to separate, and what is one person's alone is not either: both are left as they are. */
export async function separate(database: Database, account: string, works: readonly string[]): Promise<void> {
	if (works.length === 0) return;
	await database.transaction(async (transaction) => {
		const shared = await transaction
			.select({ id: work.id })
			.from(work)
			.innerJoin(workAuthor, and(eq(workAuthor.workId, work.id), eq(workAuthor.accountId, account)))
			.where(inArray(work.id, [...works]))
			.orderBy(asc(work.id))
			.for('update', { of: work });
		for (const { id } of shared) await separateOne(transaction, id);
	});
}

async function separateOne(transaction: Database, id: string): Promise<void> {
	const [, other] = await transaction
		.select()
		.from(workAuthor)
		.where(eq(workAuthor.workId, id))
		.orderBy(sql`${workAuthor.readsSince} asc nulls first`);
	if (!other) return;
	await copyFor(transaction, id, other.accountId);
	await letGo(transaction, id, other.accountId);
}

/** What opens, with their own decision; its parent is what both went on from. */
async function copyFor(transaction: Database, id: string, account: string): Promise<void> {
	const [found] = await transaction
		.select()
		.from(work)
		.innerJoin(version, eq(version.id, work.head))
		.where(eq(work.id, id));
	if (!found) return;
	const { decisions, steps, ...opens } = found.version;
	const own = decisions[account];
	const copy = { ...opens, id: randomUUID(), workId: randomUUID(), parent: opens.id };
	const bytes = JSON.stringify(opens.files).length + JSON.stringify(steps ?? null).length;
	await transaction.insert(work).values({ ...found.work, id: copy.workId, head: copy.id, bytes, copyOf: id });
	await transaction.insert(workAuthor).values({ workId: copy.workId, accountId: account });
	await transaction
		.insert(version)
		.values({ ...copy, steps: undecided(steps), decisions: own === undefined ? {} : { [account]: own } });
}

async function letGo(transaction: Database, id: string, account: string): Promise<void> {
	await transaction.delete(workAuthor).where(and(eq(workAuthor.workId, id), eq(workAuthor.accountId, account)));
	await transaction
		.update(version)
		.set({ decisions: sql`${version.decisions} - ${account}::text` })
		.where(and(eq(version.workId, id), sql`${version.decisions} ? ${account}`));
}
