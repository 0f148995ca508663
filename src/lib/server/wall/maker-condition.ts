/** Writes the condition that an account is one of an exhibit's makers in its class. */
import { sql, type SQL } from 'drizzle-orm';
import { exhibit } from '#lib/server/db/schema/index.ts';
import { isAuthorOf } from '#lib/server/work/author-condition.ts';

/** For statements about `exhibit`. Who has left the class makes nothing in it any more. */
export const isMakerOfExhibit = (account: string): SQL => sql`exists (
	select 1 from membership where membership.class_id = ${exhibit.classId} and membership.account_id = ${account}
		and (membership.id = ${exhibit.membershipId} or ${isAuthorOf(account, exhibit.workId)})
)`;
