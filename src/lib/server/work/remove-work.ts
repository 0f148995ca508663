/** Removes an author from a work, and the work itself when nothing else needs it. */
import { sql } from 'drizzle-orm';
import type { Database } from '#lib/server/db/index.ts';
import { rowsOf } from '#lib/server/db/result-rows.ts';
import { deleteAbandonedWorks } from './abandoned-works.ts';
import { removeExhibits } from './remove-exhibits.ts';

/**
 * Removes the account's authorship and decisions. Another author keeps the work. What was handed in is kept as long as the
 * submission. Exhibits of the work that this account put on walls are taken off, and the work is removed from this account's
 * portfolios. Returns false when the account is not an author of the work.
 */
export async function removeWorkForAuthor(database: Database, account: string, id: string): Promise<boolean> {
	return database.transaction(async (transaction) => {
		await removeExhibits(
			transaction,
			sql`work_id = ${id} and membership_id in (select id from membership where account_id = ${account})`
		);
		// Lock the work in a statement of its own, so that the next statements see hand-ins and removals of authors that were still
		// running.
		await transaction.execute(sql`select id from work where id = ${id} for update`);
		const result = await transaction.execute(sql`
			with let_go as (
				delete from work_author where work_id = ${id} and account_id = ${account} returning work_id
			), shared as (
				select work_id from work_author where work_id = ${id} and account_id <> ${account}
			), forgotten as (
				update version set decisions = decisions - ${account}::text
				where work_id in (select work_id from let_go intersect select work_id from shared) and decisions ? ${account}
			), unbound as (
				-- Its author may begin an assignment anew; the other of a pair goes on with it.
				update progress set work_id = null from membership
				where progress.work_id in (select work_id from let_go) and membership.account_id = ${account}
					and membership.id = progress.membership_id and progress.with_member is null
			), unshown as (
				delete from portfolio_work using portfolio, membership
				where portfolio_work.work_id = ${id} and portfolio.id = portfolio_work.portfolio_id
					and membership.id = portfolio.membership_id and membership.account_id = ${account}
			)
			select work_id from let_go
		`);
		if (rowsOf(result).length === 0) return false;
		await deleteAbandonedWorks(transaction, [id]);
		return true;
	});
}
