import { sql } from 'drizzle-orm';
import { isStudioId } from '#lib/domain/identity.ts';
import { type Database, rowsOf } from '#lib/server/db/database.ts';

/**
 * A person's relations to a version: they made it (`made`), teach a class that has it (`teaches`), or are a student of such a
 * class (`member`); it is in the catalogue, for everyone (`listed`), or was (`retired`), so that people who began it can go on.
 */
const STUDIO_RELATIONS = ['made', 'teaches', 'member', 'listed', 'retired'] as const;
export type StudioRelation = (typeof STUDIO_RELATIONS)[number];

/** Returns this person's relations to a version; knowing the version's hash does not give any. */
export async function findRelationsToVersion(
	database: Database,
	account: string | undefined,
	{ id, hash }: { id: string; hash: string }
): Promise<StudioRelation[]> {
	const foundRelations = await listRelationsToChallenge(database, account, id);
	return foundRelations.filter((one) => one.hash === hash).map(({ relation }) => relation);
}

export async function findNewestVersionHash(
	database: Database,
	account: string | undefined,
	id: string,
	relations: readonly StudioRelation[]
): Promise<string | undefined> {
	const foundRelations = await listRelationsToChallenge(database, account, id);
	return foundRelations.find(({ relation }) => relations.includes(relation))?.hash;
}

/**
 * Lists this person's relations to all versions of a challenge, newest versions first, retired ones last. A class keeps a version whose
 * maker's account was deleted.
 */
async function listRelationsToChallenge(
	database: Database,
	account: string | undefined,
	id: string
): Promise<{ hash: string; relation: StudioRelation }[]> {
	if (!isStudioId(id)) return [];
	const person = account ?? null;
	const result = await database.execute(sql`select * from (
		select publication.hash, publication.published_at, 'made' as relation from publication
			join studio_challenge on studio_challenge.id = publication.challenge_id
			where publication.challenge_id = ${id} and studio_challenge.account_id = ${person}
		union
		select assignment.challenge_hash, publication.published_at, 'teaches' from assignment
			left join publication on publication.hash = assignment.challenge_hash
			join class_teacher on class_teacher.class_id = assignment.class_id
			where assignment.challenge_id = ${id} and class_teacher.account_id = ${person}
		union
		select assignment.challenge_hash, publication.published_at, 'member' from assignment
			left join publication on publication.hash = assignment.challenge_hash
			join membership on membership.class_id = assignment.class_id
			where assignment.challenge_id = ${id} and membership.account_id = ${person}
				and (assignment.members is null or assignment.members ? membership.id)
				and (assignment.opens_at is null or assignment.opens_at <= now())
		union
		select publication.hash, publication.published_at, case publication.state when 'published' then 'listed' else 'retired' end
			from publication where publication.challenge_id = ${id} and publication.state in ('published', 'retired')
		) as related order by relation = 'retired', published_at desc nulls last
	`);
	return rowsOf(result).flatMap(({ hash, relation: found }) => {
		const relation = STUDIO_RELATIONS.find((one) => one === found);
		return relation ? [{ hash: String(hash), relation }] : [];
	});
}
