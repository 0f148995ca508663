/** Who may open a version of a challenge that was made in the studio. */
import { sql } from 'drizzle-orm';
import { isStudioId } from '#lib/domain/studio-id.ts';
import type { Database } from '#lib/server/db/database.ts';
import { rowsOf } from '#lib/server/db/rows.ts';

/** How a person came to it: they made it, they teach a class that has it, or they are a student of one. */
export type StudioRelation = 'made' | 'teaches' | 'member';

/** Returns how this person is related to a version; nothing for a stranger, however much of its hash they know. */
export async function relationsToVersion(
	database: Database,
	account: string | undefined,
	{ id, hash }: { id: string; hash: string }
): Promise<StudioRelation[]> {
	if (account === undefined || !isStudioId(id)) return [];
	const result = await database.execute(sql`
		select 'made' as relation from publication
			join studio_challenge on studio_challenge.id = publication.challenge_id
			where publication.hash = ${hash} and studio_challenge.account_id = ${account}
		union
		select 'teaches' from assignment
			join class_teacher on class_teacher.class_id = assignment.class_id
			where assignment.challenge_hash = ${hash} and class_teacher.account_id = ${account}
		union
		select 'member' from assignment
			join membership on membership.class_id = assignment.class_id
			where assignment.challenge_hash = ${hash} and membership.account_id = ${account}
				and (assignment.members is null or assignment.members ? membership.id)
				and (assignment.opens_at is null or assignment.opens_at <= now())
	`);
	return rowsOf(result).flatMap(({ relation }) =>
		relation === 'made' || relation === 'teaches' || relation === 'member' ? [relation] : []
	);
}

/** Returns the newest version of a studio's challenge to which this person is related in one of these ways. */
export async function newestVersionFor(
	database: Database,
	account: string | undefined,
	id: string,
	relations: readonly StudioRelation[]
): Promise<string | undefined> {
	if (account === undefined || !isStudioId(id)) return undefined;
	const result = await database.execute(sql`
		select publication.hash from publication where publication.challenge_id = ${id}
		order by publication.published_at desc
	`);
	for (const row of rowsOf(result)) {
		const hash = String(row['hash']);
		const found = await relationsToVersion(database, account, { id, hash });
		if (found.some((relation) => relations.includes(relation))) return hash;
	}
	return undefined;
}
