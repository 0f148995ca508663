import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Role } from '#lib/domain/access.ts';
import type { NewAdult } from '#lib/domain/account.ts';
import { database, schema, type Database } from '#lib/server/db/index.ts';
import { environment } from '#lib/server/environment.ts';
import {
	countAttempt,
	attemptKey,
	forgetAttempts,
	SERVER_WIDE_SIGN_UP_LIMIT
} from '#lib/server/rate-limit/attempts.ts';
import { hashQueue, runInHashLane } from './hash-queue.ts';
import {
	findInvitation,
	createInvitation,
	INVITATION_LIFETIME_MILLISECONDS,
	spendInvitation,
	type InvitedRole
} from './invitations.ts';
import { createPasswordHash } from './passwords.ts';
import { endSessionsOfAccount } from './session.ts';
import { isValidCuratorWelcomeToken, spendCuratorWelcomeToken } from './welcome.ts';

const { account, wayToSignIn } = schema;

/** `spent`: the link was used or has expired. `taken`: an account has this email address. */
export type AdmissionResult = { kind: 'in' } | { kind: 'spent' } | { kind: 'taken' };

export type AdmissionLink = { kind: 'invitation' | 'welcome'; token: string };

export async function admitByLink(link: AdmissionLink, adult: NewAdult): Promise<AdmissionResult> {
	if (!(await isValidAdmissionLink(link))) return { kind: 'spent' };
	// For a password hash, a person with a valid link waits in the queue of known people, not in that of strangers.
	const passwordHash = await runInHashLane('known', () => createPasswordHash(adult.password));
	return admitInTransaction(async (transaction) => {
		const role = await spendAdmissionLink(transaction, link);
		if (role === undefined) return { kind: 'spent' };
		return (await insertAdult(transaction, adult, role, passwordHash)) ? { kind: 'in' } : { kind: 'taken' };
	});
}

/** For each role that an admission link gives: the roles of accounts that the link may raise. No link lowers a role. */
const PROMOTABLE_ROLES_BY_LINK_ROLE: Record<Role, Role[]> = {
	student: [],
	applicant: [],
	partner: ['applicant'],
	teacher: ['applicant', 'partner'],
	curator: ['applicant', 'partner', 'teacher']
};

/** Gives the link's role to an existing account. An equal or higher role stays unchanged. */
export async function promoteByLink(link: AdmissionLink, accountId: string): Promise<AdmissionResult> {
	return admitInTransaction(async (transaction) => {
		const role = await spendAdmissionLink(transaction, link);
		if (role === undefined) return { kind: 'spent' };
		await transaction
			.update(account)
			.set({ role, application: '' })
			.where(and(eq(account.id, accountId), inArray(account.role, PROMOTABLE_ROLES_BY_LINK_ROLE[role])));
		return { kind: 'in' };
	});
}

/**
 * Creates an applicant's account without a link, returning 0, or the seconds to wait after too many attempts. The result is the same when
 * the email address is taken, so that nobody can find out who has an account. Throws HashQueueFull.
 */
export async function applyForAccount(adult: NewAdult, application: string): Promise<number> {
	hashQueue.refuseWhenFull('stranger');
	const waitSeconds = await countAttempt(attemptKey('sign-up', 'adult'), SERVER_WIDE_SIGN_UP_LIMIT);
	if (waitSeconds > 0) return waitSeconds;
	const passwordHash = await createPasswordHash(adult.password);
	await admitInTransaction(async (transaction) => {
		await insertAdult(transaction, adult, 'applicant', passwordHash, application);
		return { kind: 'in' };
	});
	return 0;
}

export async function admitAccount(id: string, role: InvitedRole): Promise<void> {
	await database()
		.update(account)
		.set({ role, application: '' })
		.where(and(eq(account.id, id), eq(account.role, 'applicant')));
}

export interface AdultAccount {
	id: string;
	role: Role;
	name: string;
	email: string;
	application: string;
	/** Whether the address is of a configured school domain. Nobody has verified that it belongs to the person. */
	hasKnownDomain: boolean;
	createdAt: Date;
	/** When the account is deleted at its owner's request; null without a request. */
	deletionAt: Date | null;
}

/** For curators only, because nobody else may see email addresses. */
export async function listAdults(): Promise<AdultAccount[]> {
	const rows = await database()
		.select()
		.from(account)
		.where(inArray(account.role, ['applicant', 'teacher', 'partner', 'curator']))
		.orderBy(asc(account.createdAt));
	const domains = environment().teacherDomains;
	return rows.map(({ id, role, name, email, application, createdAt, deletionAt }) => ({
		id,
		role,
		name,
		email,
		application,
		hasKnownDomain: domains.includes(email.split('@')[1] ?? ''),
		createdAt,
		deletionAt
	}));
}

export async function createPasswordResetLink(id: string, createdBy: string): Promise<string | undefined> {
	const isAdult = (await listAdults()).some((adult) => adult.id === id);
	return isAdult
		? createInvitation({ purpose: 'reset', accountId: id, createdBy, lifetime: INVITATION_LIFETIME_MILLISECONDS.reset })
		: undefined;
}

/** Sets a new password and ends all sessions of the account. Returns false when the link was used or has expired. */
export async function resetPassword(token: string, password: string): Promise<boolean> {
	if (!(await findInvitation(token, 'reset'))) return false;
	const passwordHash = await runInHashLane('known', () => createPasswordHash(password));
	const accountId = await database().transaction(async (transaction) => {
		const invitation = await spendInvitation(transaction, token, 'reset');
		if (invitation?.accountId) await setPassword(transaction, invitation.accountId, passwordHash);
		return invitation?.accountId;
	});
	if (!accountId) return false;
	await endSessionsOfAccount(accountId);
	const [known] = await database().select({ email: account.email }).from(account).where(eq(account.id, accountId));
	if (known) await forgetAttempts(attemptKey('adult', known.email));
	return true;
}

const isValidAdmissionLink = async ({ kind, token }: AdmissionLink): Promise<boolean> =>
	kind === 'welcome' ? isValidCuratorWelcomeToken(token) : (await findInvitation(token, 'role')) !== undefined;

async function spendAdmissionLink(transaction: Database, { kind, token }: AdmissionLink): Promise<Role | undefined> {
	if (kind === 'welcome') return (await spendCuratorWelcomeToken(transaction, token)) ? 'curator' : undefined;
	return (await spendInvitation(transaction, token, 'role'))?.role ?? undefined;
}

async function insertAdult(
	transaction: Database,
	{ name, email }: NewAdult,
	role: Role,
	passwordHash: string,
	application = ''
): Promise<boolean> {
	const id = randomUUID();
	const insertedRows = await transaction
		.insert(account)
		.values({ id, role, name, email, application })
		.onConflictDoNothing({ target: account.email })
		.returning();
	if (insertedRows.length === 0) return false;
	await setPassword(transaction, id, passwordHash);
	return true;
}

/** Accounts from OpenID Connect may have no password row yet, so one is inserted then. */
async function setPassword(transaction: Database, accountId: string, passwordHash: string): Promise<void> {
	const ownPassword = and(eq(wayToSignIn.holder, accountId), eq(wayToSignIn.providerId, 'credential'));
	const updatedRows = await transaction
		.update(wayToSignIn)
		.set({ password: passwordHash, updatedAt: new Date() })
		.where(ownPassword)
		.returning();
	if (updatedRows.length > 0) return;
	await transaction.insert(wayToSignIn).values({
		id: randomUUID(),
		holder: accountId,
		providerId: 'credential',
		subject: accountId,
		password: passwordHash
	});
}

class NotAdmitted extends Error {
	constructor(readonly admission: AdmissionResult) {
		super(admission.kind);
	}
}

/** Runs a function in a transaction, which is rolled back if the function does not admit the person: the link can then be used again. */
async function admitInTransaction(
	admit: (transaction: Database) => Promise<AdmissionResult>
): Promise<AdmissionResult> {
	try {
		return await database().transaction(async (transaction) => {
			const admission = await admit(transaction);
			if (admission.kind !== 'in') throw new NotAdmitted(admission);
			return admission;
		});
	} catch (error) {
		if (error instanceof NotAdmitted) return error.admission;
		throw error;
	}
}
