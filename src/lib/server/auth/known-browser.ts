/**
 * Who was here before: a browser that someone signed in with, by a cookie, or the holder of a printed card, by what its code says. Both
 * only choose the queue and the count of an attempt; the words are asked of everyone. Both end when the words are replaced.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { database, schema } from '../db/index.ts';
import { isSecure } from './library.ts';
import { secret } from './secret.ts';
import type { Visit } from './visit.ts';

/** As long as a school year. */
const LASTS = 300 * 24 * 60 * 60;
/** Of a machine that many share: the last ones. */
const MOST = 30;
const SALT = /^[\w-]{8}$/;
const CARD = 'the card';

/** An account, and the hash of its words or password. */
export interface Holder {
	account: string;
	password: string;
}

export const knownCookie = (secure: boolean): string => `${secure ? '__Secure-' : ''}braise.known`;

/** By which mark this browser, or `card`, is known to belong to `holder`. Undefined: it is a stranger's. */
export function knownAs({ cookies, url }: Visit, holder: Holder, card = ''): string | undefined {
	if (isSame(card, signature(CARD, holder))) return CARD;
	const marks = marksIn(cookies.get(knownCookie(isSecure(url))));
	return marks.find(([salt, signed]) => isSame(signed, signature(salt, holder)))?.[0];
}

/** Whether there is anything to look up. Most strangers have nothing. */
export const claimsToBeKnown = ({ cookies, url }: Visit, card = ''): boolean =>
	card !== '' || marksIn(cookies.get(knownCookie(isSecure(url)))).length > 0;

/** Somebody signed in here. Nothing in the cookie says who, to whom does not have the server's secret. */
export function rememberBrowser({ cookies, url }: Visit, holder: Holder): void {
	const secure = isSecure(url);
	const others = marksIn(cookies.get(knownCookie(secure))).filter(
		([salt, signed]) => !isSame(signed, signature(salt, holder))
	);
	const salt = randomBytes(6).toString('base64url');
	const marks = [[salt, signature(salt, holder)], ...others].slice(0, MOST).map((mark) => mark.join('.'));
	cookies.set(knownCookie(secure), marks.join('~'), {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure,
		maxAge: LASTS
	});
}

/** What the code on a student's card holds beside class and pseudonym. */
export async function cardOf(account: string): Promise<string> {
	const holder = await holderOf(account);
	return holder ? signature(CARD, holder) : '';
}

export async function holderOf(account: string): Promise<Holder | undefined> {
	const { credential } = schema;
	const [found] = await database()
		.select({ password: credential.password })
		.from(credential)
		.where(and(eq(credential.holder, account), eq(credential.providerId, 'credential')));
	return found?.password ? { account, password: found.password } : undefined;
}

const marksIn = (cookie = ''): [salt: string, signed: string][] =>
	cookie
		.split('~')
		.slice(0, MOST)
		.map((mark): [string, string] => [mark.slice(0, 8), mark.slice(9)])
		.filter(([salt]) => SALT.test(salt));

const signature = (mark: string, { account, password }: Holder): string =>
	createHmac('sha256', secret()).update(`known ${mark} ${account} ${password}`).digest('base64url').slice(0, 22);

function isSame(given: string, right: string): boolean {
	const [one, other] = [Buffer.from(given), Buffer.from(right)];
	return one.length === other.length && timingSafeEqual(one, other);
}
