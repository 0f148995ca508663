/** Chooses the page on which an adult lands after signing in. */
import { eq, type SQL } from 'drizzle-orm';
import type { Role } from '#lib/domain/access.ts';
import { parseEmail } from '#lib/domain/account.ts';
import { localizeHref } from '#lib/localize-href.ts';
import { database, schema } from '#lib/server/db/index.ts';

/** Returns the path of the landing page: their own page for partners, the catalogue of challenges for everyone else. */
export const homePathOfRole = (role: Role | undefined): string =>
	localizeHref(role === 'partner' ? '/me' : '/challenges');

export const homePathOfEmail = async (email: string): Promise<string> =>
	homePathOfRole(await findAccountRole(eq(schema.account.email, parseEmail(email) ?? '')));

export const homePathOfAccount = async (id: string): Promise<string> =>
	homePathOfRole(await findAccountRole(eq(schema.account.id, id)));

async function findAccountRole(condition: SQL): Promise<Role | undefined> {
	const [found] = await database().select({ role: schema.account.role }).from(schema.account).where(condition);
	return found?.role;
}
