import type { Handle } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { ROLES, PERSON_COOKIE, type Person } from '#lib/domain/access.ts';
import { database, schema } from '#lib/server/db/index.ts';
import { publishEvent } from '#lib/server/db/database-events.ts';
import { endPairsOf, findStudentOfSession } from '#lib/server/pairs/pair-session.ts';
import { applySetCookieHeaders, pickCookieHeaders, type RequestParts } from './cookies.ts';
import { isHttpsRequest, authLibrary, sessionCookieName } from './auth-library.ts';

const roleSchema = v.picklist(ROLES);
const deletionAtSchema = v.nullish(v.date());

export const loadPerson: Handle = async ({ event, resolve }) => {
	const hasCookie = event.cookies.get(sessionCookieName(isHttpsRequest(event.url))) !== undefined;
	event.locals.person = hasCookie ? await findCurrentPerson(event) : null;
	const response = await resolve(event);
	// On a shared machine, the browser's Back button must not show the previous person's pages.
	if (event.locals.person && !response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
	return response;
};

/** Code outside this folder reads `event.locals.person` instead. */
export async function findCurrentPerson(event: RequestParts): Promise<Person | null> {
	const { headers, response: currentSession } = await authLibrary(isHttpsRequest(event.url)).api.getSession({
		headers: pickCookieHeaders(event.request),
		returnHeaders: true
	});
	applySetCookieHeaders(event.cookies, headers);
	if (!currentSession) return null;
	const role = v.parse(roleSchema, currentSession.user.role);
	const { id, name } = currentSession.user;
	const at = v.parse(deletionAtSchema, currentSession.user.deletionAt);
	const deletionFields = at ? { deletionAt: at.getTime() } : {};
	if (role !== 'student') return { id, role, name, ...deletionFields };
	return { id, role, ...(await findStudentOfSession(database(), currentSession.session.id, id)), ...deletionFields };
}

export async function findSessionId(event: RequestParts): Promise<string | undefined> {
	const currentSession = await authLibrary(isHttpsRequest(event.url)).api.getSession({
		headers: pickCookieHeaders(event.request)
	});
	return currentSession?.session.id;
}

/** The session ends on the server too, so that a copied cookie is worthless. */
export async function signOut(event: RequestParts): Promise<void> {
	applySetCookieHeaders(event.cookies, await endCurrentSession(event));
	event.cookies.set(PERSON_COOKIE, '', {
		path: '/',
		maxAge: 0,
		httpOnly: true,
		sameSite: 'lax',
		secure: isHttpsRequest(event.url)
	});
	event.locals.person = null;
}

export async function endCurrentSession(event: RequestParts): Promise<Headers> {
	const { headers } = await authLibrary(isHttpsRequest(event.url)).api.signOut({
		headers: pickCookieHeaders(event.request),
		returnHeaders: true
	});
	const { person } = event.locals;
	if (person) await publishEvent(database(), 'session.ended', { accountId: person.id });
	return headers;
}

export async function endSessionsOfAccount(account: string): Promise<void> {
	await endPairsOf(database(), account);
	await database().delete(schema.session).where(eq(schema.session.accountId, account));
	await publishEvent(database(), 'session.ended', { accountId: account });
}

/** Without the cookie's signature. By this token an event stream checks that the session has not ended. */
export function readSessionToken({ cookies, url }: Pick<RequestParts, 'cookies' | 'url'>): string {
	const cookie = cookies.get(sessionCookieName(isHttpsRequest(url))) ?? '';
	return cookie.slice(0, Math.max(0, cookie.lastIndexOf('.')));
}
