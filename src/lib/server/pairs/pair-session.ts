/** Who sits at a machine: one student, or two. A pair lasts as long as the session of the first, and a day at most. */
import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import * as v from 'valibot';
import type { Pair, Person } from '../../domain/person.ts';
import type { Database } from '../db/database.ts';
import { rowsOf } from '../db/rows.ts';
import { membership, pair } from '../db/schema/index.ts';

/** Also where somebody asked to stay signed in for longer: the other did not. */
const isLive: SQL = sql`pair.began_at > now() - interval '1 day'`;
export const isOver: SQL = sql`not (${isLive})`;

const PairSession = v.object({
	name: v.string(),
	pair: v.nullable(v.object({ id: v.string(), other: v.object({ id: v.string(), name: v.string() }) }))
});

/** The student of a session: by the pseudonym of the class where they sit as a pair, else of the one that they joined last. */
export async function studentAt(
	database: Database,
	session: string,
	account: string
): Promise<Pick<Person, 'name' | 'pair'>> {
	const result = await database.execute(sql`
		select membership.pseudonym as name, case when other.id is not null then json_build_object(
			'id', pair.id, 'other', json_build_object('id', other.account_id, 'name', other.pseudonym)) end as pair
		from membership
		left join pair on pair.session_id = ${session} and pair.first_member = membership.id and ${isLive}
		left join membership as other on other.id = pair.second_member
		where membership.account_id = ${account}
		order by (other.id is not null) desc, membership.joined_at desc limit 1
	`);
	const [row] = rowsOf(result);
	const { name, pair: found } = v.parse(PairSession, row ?? { name: '', pair: null });
	return found === null ? { name } : { name, pair: found };
}

export interface Here {
	membership: string;
	account: string;
	pseudonym: string;
}

/** Those who sit here and are in this class: nobody, one, or the two of a pair, who signed in first before the other. */
export async function membersHere(
	database: Database,
	{ id, pair: together }: Pick<Person, 'id' | 'pair'>,
	classId: string
): Promise<Here[]> {
	const here = together === undefined ? [id] : [id, together.other.id];
	const found = await database
		.select({ membership: membership.id, account: membership.accountId, pseudonym: membership.pseudonym })
		.from(membership)
		.where(and(eq(membership.classId, classId), inArray(membership.accountId, here)));
	return found.sort((one, other) => here.indexOf(one.account) - here.indexOf(other.account));
}

/** Where someone sits as one of two: in this browser or in another. */
export interface OwnPair {
	id: string;
	/** The pseudonym of the other. */
	name: string;
	beganAt: Date;
}

export async function pairsOf(database: Database, account: string): Promise<OwnPair[]> {
	const mine = database.select({ id: membership.id }).from(membership).where(eq(membership.accountId, account));
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
		.where(and(or(inArray(pair.firstMember, mine), inArray(pair.secondMember, mine)), isLive))
		.orderBy(pair.beganAt);
	return rows;
}

/** False: there is no such pair of theirs. What both made stays theirs. */
export async function endPair(database: Database, account: string, id: Pair['id']): Promise<boolean> {
	const ended = await database
		.delete(pair)
		.where(and(eq(pair.id, id), isOneOf(database, account)))
		.returning({ id: pair.id });
	return ended.length > 0;
}

export async function endPairsWith(database: Database, account: string): Promise<void> {
	await database.delete(pair).where(isOneOf(database, account));
}

/** Those that nobody ended and that are over. */
export async function forgetPairs(database: Database): Promise<void> {
	await database.delete(pair).where(isOver);
}

function isOneOf(database: Database, account: string): SQL | undefined {
	const mine = database.select({ id: membership.id }).from(membership).where(eq(membership.accountId, account));
	return or(inArray(pair.firstMember, mine), inArray(pair.secondMember, mine));
}
