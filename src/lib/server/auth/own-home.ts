/** The page on which an adult lands who has signed in. */
import { eq } from 'drizzle-orm';
import { parseEmail } from '#lib/domain/adult.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { database, schema } from '#lib/server/db/index.ts';

/** A partner has a page of their own; the catalogue is for those who learn and teach with it. */
export async function homeOfAdult(email: string): Promise<string> {
	const { account } = schema;
	const [found] = await database()
		.select({ role: account.role })
		.from(account)
		.where(eq(account.email, parseEmail(email) ?? ''));
	return localizeHref(found?.role === 'partner' ? '/me' : '/challenges');
}
