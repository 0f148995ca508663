import { sql, type SQL } from 'drizzle-orm';
import {
	FEWEST_SHOWN_POSITIONS,
	DEBATE_PHASE_CHANGES,
	type DebatePhase,
	type DebatePhaseChange
} from '#lib/domain/debate.ts';
import { type Database, rowsOf } from '#lib/server/db/database.ts';
import { notifyColumnSql } from '#lib/server/db/database-events.ts';
import { shuffledPlaceOf } from './debate-queries.ts';

const DEBATE_PHASE_CONDITIONS_SQL: Record<DebatePhase, SQL> = {
	none: sql`debate_since is null and debate_closed_at is null`,
	choosing: sql`debate_since is not null and debate_closed_at is null`,
	talking: sql`debate_since is not null and debate_closed_at is not null`,
	over: sql`debate_since is null and debate_closed_at is not null`
};

const SQL_OF_PHASE_CHANGE: Record<DebatePhaseChange, (now: SQL) => SQL> = {
	open: (now) => sql`debate_since = ${now}, debate_closed_at = null`,
	close: (now) => sql`debate_closed_at = ${now}`,
	reopen: () => sql`debate_closed_at = null`,
	end: (now) => sql`debate_since = null, debate_closed_at = coalesce(debate_closed_at, ${now})`
};

/**
 * The statement checks the current phase, because two teachers may press at once. False when the debate is in another
 * phase.
 */
export async function changeDebatePhase(
	database: Database,
	assignmentId: string,
	phaseChange: DebatePhaseChange,
	now: Date
): Promise<boolean> {
	const fromConditions = DEBATE_PHASE_CHANGES[phaseChange].from.map(
		(phase) => sql`(${DEBATE_PHASE_CONDITIONS_SQL[phase]})`
	);
	const result = await database.execute(sql`
		with turned as (
			update assignment set ${SQL_OF_PHASE_CHANGE[phaseChange](sql`${now.toISOString()}::timestamptz`)}
			where id = ${assignmentId} and challenge_hash is not null and closed_at is null and (${sql.join(fromConditions, sql` or `)})
			returning id
		)
		select ${notifyColumnSql('assignment.changed', { assignmentId: sql`id` })} from turned
	`);
	return rowsOf(result).length > 0;
}

export type ShowPositionsResult = 'shown' | 'hidden' | 'too-few';

/** Shows exactly the positions at `places`, the random places that the teacher's list gives them; an empty list hides all. */
export async function showPositions(
	database: Database,
	assignmentId: string,
	places: readonly string[]
): Promise<ShowPositionsResult> {
	const pickedPlaces = new Set(places);
	return database.transaction(async (transaction) => {
		// Lock the rows, so that no student withdraws a position before the update below.
		const idsOfMembersWithPosition = rowsOf(
			await transaction.execute(sql`
				select membership_id as member from debate_choice
				where assignment_id = ${assignmentId} and moment = 'before' and decision ->> 'position' <> '' for update
			`)
		).map(({ member }) => String(member));
		const members = idsOfMembersWithPosition.filter((member) =>
			pickedPlaces.has(shuffledPlaceOf(assignmentId, member))
		);
		if (pickedPlaces.size > 0 && members.length < FEWEST_SHOWN_POSITIONS) return 'too-few';
		await transaction.execute(sql`
			update debate_choice set shown = moment = 'before'
				and membership_id in (select jsonb_array_elements_text(${JSON.stringify(members)}::jsonb))
			where assignment_id = ${assignmentId}
		`);
		await transaction.execute(sql`select ${notifyColumnSql('debate.changed', { assignmentId })}`);
		return members.length > 0 ? 'shown' : 'hidden';
	});
}
