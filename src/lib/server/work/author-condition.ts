/** Returns the SQL condition that an account is one of a work's authors. */
import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';

export const workAuthorCondition = (account: SQLWrapper | string, work: SQLWrapper | string): SQL => sql`exists (
	select 1 from work_author where work_author.work_id = ${work} and work_author.account_id = ${account}
)`;
