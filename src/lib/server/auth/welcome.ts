/** The link that makes the person who runs this server a curator. */
import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { database, schema, type Database } from '#lib/server/db/index.ts';
import { environment } from '#lib/server/environment.ts';
import { tokenHash } from './one-time-link.ts';
import { authSecret } from './secret.ts';

/**
 * `start`: the server printed the link when it started; worthless once there is a curator. `command`: a command on the machine printed it.
 */
type WelcomeOrigin = 'start' | 'command';

const WELCOME_MILLISECONDS = 24 * 60 * 60 * 1000;

export function createWelcomeLink(origin: WelcomeOrigin): string {
	const { origin: address, port } = environment();
	return `${address ?? `http://localhost:${port}`}/welcome/${createWelcomeToken(origin)}`;
}

/**
 * Creates the link's token, signed and not stored, so that a command can print a link while the server holds the database. Only the use of
 * a token is stored.
 */
export function createWelcomeToken(origin: WelcomeOrigin, now = Date.now()): string {
	const said = `${origin}-${(now + WELCOME_MILLISECONDS).toString(36)}-${randomBytes(12).toString('hex')}`;
	return `${said}-${signWelcome(said)}`;
}

export async function hasCurator(within: Database = database()): Promise<boolean> {
	const { account } = schema;
	const found = await within.select({ id: account.id }).from(account).where(eq(account.role, 'curator')).limit(1);
	return found.length > 0;
}

export async function isValidWelcomeToken(token: string): Promise<boolean> {
	const { invitation } = schema;
	if (!isSigned(token) || (token.startsWith('start-') && (await hasCurator()))) return false;
	const used = await database()
		.select()
		.from(invitation)
		.where(eq(invitation.tokenHash, tokenHash(token)));
	return used.length === 0;
}

/** Marks the link as used, in the transaction that makes the curator. Returns false when it is not valid or was used. */
export async function useWelcomeToken(within: Database, token: string): Promise<boolean> {
	if (!isSigned(token) || (token.startsWith('start-') && (await hasCurator(within)))) return false;
	const now = new Date();
	const spent = await within
		.insert(schema.invitation)
		.values({
			id: randomUUID(),
			tokenHash: tokenHash(token),
			purpose: 'role',
			role: 'curator',
			expiresAt: now,
			usedAt: now
		})
		.onConflictDoNothing({ target: schema.invitation.tokenHash })
		.returning();
	return spent.length > 0;
}

function isSigned(token: string, now = Date.now()): boolean {
	const [, said = '', expires = '', signed = ''] =
		/^((?:start|command)-([0-9a-z]+)-[0-9a-f]+)-([0-9a-f]+)$/.exec(token) ?? [];
	const right = Buffer.from(signWelcome(said));
	const given = Buffer.from(signed);
	return right.length === given.length && timingSafeEqual(right, given) && Number.parseInt(expires, 36) > now;
}

const signWelcome = (said: string): string =>
	createHmac('sha256', authSecret()).update(`welcome ${said}`).digest('hex');
