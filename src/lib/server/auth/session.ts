/** Who is at work: read from the session's cookie, and nothing at all is asked of the database without one. */
import type { Handle } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { ROLES } from '../../domain/access.ts';
import { AT_WORK, type Person } from '../../domain/person.ts';
import { database, schema } from '../db/index.ts';
import { publish } from '../realtime/database-events.ts';
import { endPairsWith, studentAt } from '../pairs/pair-session.ts';
import { applyCookies, cookieHeaders } from './cookies.ts';
import { isSecure, library, sessionCookie } from './library.ts';
import type { Visit } from './visit.ts';

const Role = v.picklist(ROLES);
const DeletionAt = v.nullish(v.date());

export const person: Handle = async ({ event, resolve }) => {
	const hasCookie = event.cookies.get(sessionCookie(isSecure(event.url))) !== undefined;
	event.locals.person = hasCookie ? await currentPerson(event) : null;
	const response = await resolve(event);
	// On a shared machine the browser's "back" must not show the one before.
	if (event.locals.person && !response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
	return response;
};

/** Asks the database. Elsewhere read `event.locals.person`. */
export async function currentPerson(event: Visit): Promise<Person | null> {
	const { headers, response: found } = await library(isSecure(event.url)).api.getSession({
		headers: cookieHeaders(event.request),
		returnHeaders: true
	});
	applyCookies(event.cookies, headers);
	if (!found) return null;
	const role = v.parse(Role, found.user.role);
	const { id, name } = found.user;
	const at = v.parse(DeletionAt, found.user.deletionAt);
	const leaving = at ? { deletionAt: at.getTime() } : {};
	if (role !== 'student') return { id, role, name, ...leaving };
	return { id, role, ...(await studentAt(database(), found.session.id, id)), ...leaving };
}

/** The session that a request came with. */
export async function sessionOf(event: Visit): Promise<string | undefined> {
	const found = await library(isSecure(event.url)).api.getSession({ headers: cookieHeaders(event.request) });
	return found?.session.id;
}

/** "Leave this computer". The session ends on the server too, so that a copied cookie is worth nothing. */
export async function signOut(event: Visit): Promise<void> {
	applyCookies(event.cookies, await endSession(event));
	event.cookies.set(AT_WORK, '', {
		path: '/',
		maxAge: 0,
		httpOnly: true,
		sameSite: 'lax',
		secure: isSecure(event.url)
	});
	event.locals.person = null;
}

/** Ends the session that this request came with, whatever its answer brings. */
export async function endSession(event: Visit): Promise<Headers> {
	const { headers } = await library(isSecure(event.url)).api.signOut({
		headers: cookieHeaders(event.request),
		returnHeaders: true
	});
	const { person } = event.locals;
	if (person) await publish(database(), 'session.ended', { accountId: person.id });
	return headers;
}

/** In every browser, also where they sit beside someone. */
export async function endSessions(account: string): Promise<void> {
	await endPairsWith(database(), account);
	await database().delete(schema.session).where(eq(schema.session.accountId, account));
	await publish(database(), 'session.ended', { accountId: account });
}

/** What proves in the database that they are still signed in, for as long as something is told to them. The cookie holds it and its signature. */
export function sessionToken({ cookies, url }: Pick<Visit, 'cookies' | 'url'>): string {
	const cookie = cookies.get(sessionCookie(isSecure(url))) ?? '';
	return cookie.slice(0, Math.max(0, cookie.lastIndexOf('.')));
}
