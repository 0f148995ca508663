import { and, eq, inArray, sql } from 'drizzle-orm';
import { doesChallengeOfferDecision } from '#lib/domain/debate.ts';
import type { SentDebateChoice } from '#lib/wire/debate.ts';
import { findPinnedChallengeOutline } from '#lib/server/content/pinned-challenge.ts';
import { type Database, rowsOf } from '#lib/server/db/database.ts';
import { assignment, debateChoice, membership } from '#lib/server/db/schema/index.ts';
import { notifyColumnSql } from '#lib/server/db/database-events.ts';

/**
 * `late`: the debate no longer takes choices of that moment (before or after the talk). `absent`: this person has no such
 * debate.
 */
export type StoreChoiceResult = 'kept' | 'late' | 'absent' | 'malformed';

/**
 * Stores the choice of the account `by`. A choice that is sent again after a lost answer changes nothing. The caller must have
 * checked that the request may choose for that account.
 */
export async function storeDebateChoice(
	database: Database,
	id: string,
	{ by, moment, decision }: Pick<SentDebateChoice, 'by' | 'moment' | 'decision'>,
	now: Date
): Promise<StoreChoiceResult> {
	const [found] = await database
		.select({ hash: assignment.challengeHash })
		.from(assignment)
		.where(eq(assignment.id, id));
	const pinnedOutline = await findPinnedChallengeOutline(database, found?.hash ?? null);
	if (!pinnedOutline) return 'absent';
	if (!doesChallengeOfferDecision(decision, pinnedOutline.decision)) return 'malformed';
	const position = decision.position.trim();
	const decisionJson = JSON.stringify({ ...decision, position });
	const result = await database.execute(sql`
		with mine as (
			select membership.id as member, (assignment.debate_since is not null
				and (assignment.debate_closed_at is null) = (${moment} = 'before')) as is_open,
				-- Words are taken back at any time, and again after a lost answer; what was chosen stays.
				${position} = '' and exists (
					select 1 from debate_choice
					where assignment_id = assignment.id and membership_id = membership.id and moment = ${moment}
						and decision - 'position' = ${decisionJson}::jsonb - 'position'
				) as is_taken_back
			from assignment
			join membership on membership.class_id = assignment.class_id and membership.account_id = ${by}
			where assignment.id = ${id} and (assignment.members is null or assignment.members ? membership.id)
		), stored as (
			insert into debate_choice (assignment_id, membership_id, moment, decision, decided_at)
			select ${id}, member, ${moment}, ${decisionJson}::jsonb, ${now.getTime()}::bigint from mine where is_open or is_taken_back
			on conflict (assignment_id, membership_id, moment) do update set
				decision = excluded.decision,
				decided_at = case when debate_choice.decision = excluded.decision then debate_choice.decided_at else excluded.decided_at end,
				-- The teacher chose other words than these.
				shown = debate_choice.shown and debate_choice.decision ->> 'position' = excluded.decision ->> 'position'
			returning 1
		), revoked as (
			-- The debate was reopened, and this choice is newer than the one after the talk. New words alone are no new choice, and
			-- neither is the same request again: what it stored is already newer than the choice after the talk.
			delete from debate_choice as later using mine
			where is_open and ${moment} = 'before' and later.assignment_id = ${id}
				and later.membership_id = member and later.moment = 'after' and not exists (
					select 1 from debate_choice as earlier
					where earlier.assignment_id = ${id} and earlier.membership_id = member and earlier.moment = 'before'
						and earlier.decision - 'position' = ${decisionJson}::jsonb - 'position'
						and (earlier.decision ->> 'position' <> ${position} or earlier.decided_at > later.decided_at)
				)
		)
		select is_open or is_taken_back as is_kept, (select ${notifyColumnSql('debate.changed', { assignmentId: id })} from stored) from mine
	`);
	const [row] = rowsOf(result);
	if (row === undefined) return 'absent';
	return row['is_kept'] === true ? 'kept' : 'late';
}

export async function debateChoicesOf(database: Database, id: string, accounts: readonly string[]) {
	return database
		.select({
			by: membership.accountId,
			moment: debateChoice.moment,
			decision: debateChoice.decision,
			shown: debateChoice.shown
		})
		.from(debateChoice)
		.innerJoin(membership, eq(membership.id, debateChoice.membershipId))
		.where(and(eq(debateChoice.assignmentId, id), inArray(membership.accountId, [...accounts])));
}
