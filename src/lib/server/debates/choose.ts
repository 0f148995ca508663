/** A student's choice in a debate, as long as the debate takes choices. */
import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { isOffered, type SentChoice } from '../../domain/debate.ts';
import { pinnedOf } from '../content/pinned.ts';
import type { Database } from '../db/database.ts';
import { rowsOf } from '../db/migrate.ts';
import { assignment, debateChoice, standing } from '../db/schema/index.ts';
import { saying } from '../live/index.ts';

/** `late`: the debate takes no choice of that moment. `absent`: there is no such debate for this person. */
export type Chosen = 'kept' | 'late' | 'absent' | 'malformed';

export async function choose(
	database: Database,
	id: string,
	account: string,
	{ member, moment, decision }: SentChoice,
	now: Date
): Promise<Chosen> {
	const [found] = await database
		.select({ hash: assignment.challengeHash })
		.from(assignment)
		.where(eq(assignment.id, id));
	const pinned = await pinnedOf(database, found?.hash ?? null);
	if (!pinned) return 'absent';
	if (!isOffered(decision, pinned.decision)) return 'malformed';
	const position = decision.position.trim();
	const kept = JSON.stringify({ ...decision, position });
	const result = await database.execute(sql`
		with mine as (
			select assignment.debate_since is not null
				and (assignment.debate_closed_at is null) = (${moment} = 'before') as taken
			from assignment
			join membership on membership.class_id = assignment.class_id and membership.id = ${member}
			where assignment.id = ${id} and (assignment.members is null or assignment.members ? membership.id)
				and (membership.account_id = ${account} or ${sharesMachine(account)})
		), stored as (
			insert into debate_choice (assignment_id, membership_id, moment, decision, decided_at)
			select ${id}, ${member}, ${moment}, ${kept}::jsonb, ${now.getTime()}::bigint from mine where taken
			on conflict (assignment_id, membership_id, moment) do update set
				decision = excluded.decision, decided_at = excluded.decided_at,
				-- The teacher chose other words than these.
				shown = debate_choice.shown and debate_choice.decision ->> 'position' = excluded.decision ->> 'position'
			returning 1
		)
		select taken, (select ${saying('debate.changed', { assignmentId: id })} from stored) from mine
	`);
	const [row] = rowsOf(result);
	if (row === undefined) return 'absent';
	return row['taken'] === true ? 'kept' : 'late';
}

/** The other of a pair sits at the same machine, where one of the two is signed in. */
const sharesMachine = (account: string) => sql`exists (
	select 1 from standing join membership as own on own.account_id = ${account} and own.class_id = assignment.class_id
	where standing.assignment_id = assignment.id
		and (standing.membership_id, standing.with_member) in ((own.id, membership.id), (membership.id, own.id))
)`;

/** What someone chose so far; of a pair what each of the two did, since they sit at one screen. */
export async function choicesOf(database: Database, id: string, member: string) {
	const both = database
		.select({ id: sql`unnest(array[${standing.membershipId}, ${standing.withMember}])` })
		.from(standing)
		.where(and(eq(standing.assignmentId, id), or(eq(standing.membershipId, member), eq(standing.withMember, member))));
	return database
		.select({
			member: debateChoice.membershipId,
			moment: debateChoice.moment,
			decision: debateChoice.decision,
			shown: debateChoice.shown
		})
		.from(debateChoice)
		.where(
			and(
				eq(debateChoice.assignmentId, id),
				or(eq(debateChoice.membershipId, member), inArray(debateChoice.membershipId, both))
			)
		);
}
