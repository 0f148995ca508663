/** Deletes what has been kept as long as was said. Run now and then; running it twice does no harm. */
import { and, inArray, isNotNull, lt, lte, or, sql } from 'drizzle-orm';
import { daysAfter } from '../../domain/school-class.ts';
import { deleteClass } from '../classes/removal.ts';
import type { Database } from '../db/database.ts';
import { forgetPairs } from '../pairs/sitting.ts';
import {
	account,
	assignment,
	attempt,
	debateChoice,
	invitation,
	schoolClass,
	session,
	verification
} from '../db/schema/index.ts';
import { removePerson } from './remove.ts';

/** Positions may tell opinions: they go this many days after the assignment was closed. */
export const DEBATE_DAYS = 30;
/** A used or lapsed link is kept this long, so that one can say why it does not open. */
export const INVITATION_DAYS = 30;

export interface Deleted {
	accounts: number;
	classes: number;
	debateChoices: number;
}

export async function deleteWhatIsOver(database: Database, now: Date): Promise<Deleted> {
	const classes = await database
		.select({ id: schoolClass.id })
		.from(schoolClass)
		.where(
			lte(sql`${schoolClass.archivedAt} + make_interval(days => ${schoolClass.retentionDays})`, now.toISOString())
		);
	for (const { id } of classes) await deleteClass(database, id, now);

	const accounts = await database.select({ id: account.id }).from(account).where(lte(account.endsAt, now));
	for (const { id } of accounts) await removePerson(database, id, now);

	const closed = database
		.select({ id: assignment.id })
		.from(assignment)
		.where(lte(assignment.closedAt, daysAfter(now, -DEBATE_DAYS)));
	const choices = await database
		.delete(debateChoice)
		.where(inArray(debateChoice.assignmentId, closed))
		.returning({ id: debateChoice.assignmentId });

	await forgetPairs(database);
	await database.delete(session).where(lt(session.expiresAt, now));
	await database.delete(verification).where(lt(verification.expiresAt, now));
	await database.delete(attempt).where(lt(attempt.windowEndsAt, now));
	const past = daysAfter(now, -INVITATION_DAYS);
	await database
		.delete(invitation)
		.where(or(lt(invitation.expiresAt, past), and(isNotNull(invitation.usedAt), lt(invitation.usedAt, past))));
	return { accounts: accounts.length, classes: classes.length, debateChoices: choices.length };
}
