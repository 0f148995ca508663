/** Signing in. Who has no account hears the same, after the same time, as who is wrong. */
import { APIError } from 'better-auth/api';
import { and, eq } from 'drizzle-orm';
import { parseEmail } from '../../domain/adult.ts';
import { passphraseKey } from '../../domain/passphrase.ts';
import { pseudonymKey } from '../../domain/pseudonym.ts';
import { database, schema } from '../db/index.ts';
import { ADULT, attempt, attemptKey, CLASS_CODE, forgetAttempts, STUDENT, waitOf } from './attempts.ts';
import { applyCookies, cookieHeaders } from './cookies.ts';
import { isSecure, library } from './library.ts';
import { endSession } from './session.ts';
import { studentAddress } from './students.ts';
import type { Visit } from './visit.ts';

export type SignIn =
	| { kind: 'in' }
	| { kind: 'wrong' }
	/** Too many attempts: not even looked at. */
	| { kind: 'wait'; seconds: number };

const LONGEST_SECRET = 128;

/** `remember`: until they leave, thirty days at most; else until the browser closes, a day at most. */
export async function signInAdult(event: Visit, email: string, password: string, remember: boolean): Promise<SignIn> {
	// One that nobody can have is looked up all the same, to take the same time.
	const address = parseEmail(email) ?? studentAddress('nobody');
	const key = attemptKey('adult', parseEmail(email) ?? email.slice(0, 200));
	const seconds = await attempt(key, ADULT);
	if (seconds > 0) return { kind: 'wait', seconds };
	if (!(await openSession(event, address, password, remember))) return { kind: 'wrong' };
	await forgetAttempts(key);
	return { kind: 'in' };
}

/** `code` is parsed and names a class. */
export async function signInStudent(
	event: Visit,
	into: ClassOfStudent,
	pseudonym: string,
	passphrase: string,
	remember: boolean
): Promise<SignIn> {
	return proving(into, pseudonym, (account = 'nobody') =>
		openSession(event, studentAddress(account), passphraseKey(passphrase), remember)
	);
}

/** A class as its students come into it. */
export interface ClassOfStudent {
	id: string;
	code: string;
}

/**
 * One attempt at being a student of this class, by whatever door: all count together. `proves` is asked also where there is no such
 * pseudonym, and takes the same time.
 */
export async function proving(
	{ id: classId, code }: ClassOfStudent,
	pseudonym: string,
	proves: (account: string | undefined) => Promise<boolean>
): Promise<SignIn> {
	const name = pseudonymKey(pseudonym.slice(0, 100));
	const [ofClass, ofStudent] = [attemptKey('code', code), attemptKey('student', `${classId} ${name}`)];
	const seconds = (await waitOf(ofClass)) || (await attempt(ofStudent, STUDENT));
	if (seconds > 0) return { kind: 'wait', seconds };
	if (!(await proves(await accountOf(classId, name)))) {
		await attempt(ofClass, CLASS_CODE);
		return { kind: 'wrong' };
	}
	await forgetAttempts(ofStudent);
	return { kind: 'in' };
}

async function accountOf(classId: string, key: string): Promise<string | undefined> {
	const { membership } = schema;
	const [found] = await database()
		.select({ account: membership.accountId })
		.from(membership)
		.where(and(eq(membership.classId, classId), eq(membership.pseudonymKey, key)));
	return found?.account;
}

async function openSession(event: Visit, email: string, password: string, remember: boolean): Promise<boolean> {
	try {
		const { headers } = await library(isSecure(event.url)).api.signInEmail({
			body: { email, password: password.slice(0, LONGEST_SECRET), rememberMe: remember },
			headers: cookieHeaders(event.request),
			returnHeaders: true
		});
		// Who sat here before leaves.
		if (event.locals.person) await endSession(event);
		applyCookies(event.cookies, headers);
		return true;
	} catch (error) {
		if (error instanceof APIError && (error.status === 'UNAUTHORIZED' || error.status === 'BAD_REQUEST')) return false;
		throw error;
	}
}
