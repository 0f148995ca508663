/** Chooses the page on which an adult lands after signing in. */
import { eq } from 'drizzle-orm';
import { parseEmail } from '#lib/domain/adult.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { database, schema } from '#lib/server/db/index.ts';

/** Returns the path of a partner's own page for partners, else the catalogue's, which is for those who learn and teach. */
export async function homeOfAdult(email: string): Promise<string> {
	const { account } = schema;
	const [found] = await database()
		.select({ role: account.role })
		.from(account)
		.where(eq(account.email, parseEmail(email) ?? ''));
	return localizeHref(found?.role === 'partner' ? '/me' : '/challenges');
}
