/** Counts the bytes of an account against its quota, inside other statements. */
import { sql, type SQL } from 'drizzle-orm';

/** Returns the SQL for the bytes of all works of which the account is an author, plus those of its portfolios on walls. */
export const usedBytesOf = (account: string): SQL => sql`(
	select coalesce(sum(bytes), 0) from (
		select work.bytes from work_author join work on work.id = work_author.work_id where account_id = ${account}
		union all
		select portfolio_work.bytes from portfolio_work
		join portfolio on portfolio.id = portfolio_work.portfolio_id
		join membership on membership.id = portfolio.membership_id
		where membership.account_id = ${account}
	) as stored
)`;
