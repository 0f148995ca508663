import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import * as v from 'valibot';
import type { Pair, Person } from '#lib/domain/access.ts';
import { type Database, rowsOf } from '#lib/server/db/database.ts';
import { membership, pair } from '#lib/server/db/schema/index.ts';

/** A pair lasts a day at most, even in a longer session, because only the first student asked to stay signed in. */
const livePairCondition: SQL = sql`pair.began_at > now() - interval '1 day'`;
export const endedPairCondition: SQL = sql`not (${livePairCondition})`;

const studentOfSessionSchema = v.object({
	name: v.string(),
	pair: v.nullable(v.object({ id: v.string(), other: v.object({ id: v.string(), name: v.string() }) }))
});

/**
 * Returns the pseudonym of the session's student, in the pair's class, else in the class joined last, and the other student of the pair.
 */
export async function findStudentOfSession(
	database: Database,
	session: string,
	account: string
): Promise<Pick<Person, 'name' | 'pair'>> {
	const result = await database.execute(sql`
		select membership.pseudonym as name, case when other.id is not null then json_build_object(
			'id', pair.id, 'other', json_build_object('id', other.account_id, 'name', other.pseudonym)) end as pair
		from membership
		left join pair on pair.session_id = ${session} and pair.first_member = membership.id and ${livePairCondition}
		left join membership as other on other.id = pair.second_member
		where membership.account_id = ${account}
		order by (other.id is not null) desc, membership.joined_at desc limit 1
	`);
	const [row] = rowsOf(result);
	const { name, pair: currentPair } = v.parse(studentOfSessionSchema, row ?? { name: '', pair: null });
	return currentPair === null ? { name } : { name, pair: currentPair };
}

export interface StudentAtMachine {
	membership: string;
	account: string;
	pseudonym: string;
}

/** Returns the students at this machine who are in the class, in the order in which they signed in. */
export async function findMembersAtMachine(
	database: Database,
	{ id, pair: currentPair }: Pick<Person, 'id' | 'pair'>,
	classId: string
): Promise<StudentAtMachine[]> {
	const accountsAtMachine = currentPair === undefined ? [id] : [id, currentPair.other.id];
	const rows = await database
		.select({ membership: membership.id, account: membership.accountId, pseudonym: membership.pseudonym })
		.from(membership)
		.where(and(eq(membership.classId, classId), inArray(membership.accountId, accountsAtMachine)));
	return rows.sort((one, other) => accountsAtMachine.indexOf(one.account) - accountsAtMachine.indexOf(other.account));
}

export interface OwnPair {
	id: string;
	name: string;
	beganAt: Date;
}

export async function listPairsOfStudent(database: Database, account: string): Promise<OwnPair[]> {
	const rows = await database
		.select({ id: pair.id, name: membership.pseudonym, beganAt: pair.beganAt })
		.from(pair)
		.innerJoin(
			membership,
			and(
				or(eq(membership.id, pair.firstMember), eq(membership.id, pair.secondMember)),
				sql`${membership.accountId} <> ${account}`
			)
		)
		.where(and(pairOfAccountCondition(database, account), livePairCondition))
		.orderBy(pair.beganAt);
	return rows;
}

/** Ends a pair. Returns false when the account is not in this pair. Both students keep the works that they made together. */
export async function endPair(database: Database, account: string, id: Pair['id']): Promise<boolean> {
	const deletedRows = await database
		.delete(pair)
		.where(and(eq(pair.id, id), pairOfAccountCondition(database, account)))
		.returning({ id: pair.id });
	return deletedRows.length > 0;
}

export async function endPairsOf(database: Database, account: string): Promise<void> {
	await database.delete(pair).where(pairOfAccountCondition(database, account));
}

export async function deleteEndedPairs(database: Database): Promise<void> {
	await database.delete(pair).where(endedPairCondition);
}

function pairOfAccountCondition(database: Database, account: string): SQL | undefined {
	const ownMemberships = database
		.select({ id: membership.id })
		.from(membership)
		.where(eq(membership.accountId, account));
	return or(inArray(pair.firstMember, ownMemberships), inArray(pair.secondMember, ownMemberships));
}
