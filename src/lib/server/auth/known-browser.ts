import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { database, schema } from '#lib/server/db/index.ts';
import { isHttpsRequest } from './auth-library.ts';
import { authSecret } from './auth-secret.ts';
import type { RequestParts } from './cookies.ts';

/** Seconds for which a browser's mark is valid: a school year. */
const BROWSER_MARK_SECONDS = 300 * 24 * 60 * 60;
/** Largest number of marks in one cookie. On a machine that many people share, only the newest marks are kept. */
const MOST_BROWSER_MARKS = 30;
const BROWSER_MARK_SALT_PATTERN = /^[\w-]{8}$/;
const STUDENT_CARD_MARK = 'the card';

export interface AccountPasswordHash {
	account: string;
	password: string;
}

export const knownBrowserCookieName = (secure: boolean): string => `${secure ? '__Secure-' : ''}braise.known`;

/**
 * Returns the mark by which this browser or `card` belongs to `holder`; undefined for a stranger. The mark only selects the hash queue and
 * the attempt counter: the passphrase or password is always required. A new passphrase or password makes the mark worthless.
 */
export function findKnownBrowserMark(
	{ cookies, url }: RequestParts,
	holder: AccountPasswordHash,
	card = ''
): string | undefined {
	if (equalsInConstantTime(card, signBrowserMark(STUDENT_CARD_MARK, holder))) return STUDENT_CARD_MARK;
	const marks = readBrowserMarks(cookies.get(knownBrowserCookieName(isHttpsRequest(url))));
	return marks.find(([salt, signed]) => equalsInConstantTime(signed, signBrowserMark(salt, holder)))?.[0];
}

export const hasBrowserMarkOrCard = ({ cookies, url }: RequestParts, card = ''): boolean =>
	card !== '' || readBrowserMarks(cookies.get(knownBrowserCookieName(isHttpsRequest(url)))).length > 0;

/** Without the server's secret, nobody can tell which account a mark belongs to. */
export function rememberBrowser({ cookies, url }: RequestParts, holder: AccountPasswordHash): void {
	const isSecure = isHttpsRequest(url);
	const otherMarks = readBrowserMarks(cookies.get(knownBrowserCookieName(isSecure))).filter(
		([salt, signed]) => !equalsInConstantTime(signed, signBrowserMark(salt, holder))
	);
	const salt = randomBytes(6).toString('base64url');
	const marks = [[salt, signBrowserMark(salt, holder)], ...otherMarks]
		.slice(0, MOST_BROWSER_MARKS)
		.map((mark) => mark.join('.'));
	cookies.set(knownBrowserCookieName(isSecure), marks.join('~'), {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: isSecure,
		maxAge: BROWSER_MARK_SECONDS
	});
}

/** The token does not contain the passphrase. */
export async function createCardToken(account: string): Promise<string> {
	const holder = await findAccountPasswordHash(account);
	return holder ? signBrowserMark(STUDENT_CARD_MARK, holder) : '';
}

export async function findAccountPasswordHash(account: string): Promise<AccountPasswordHash | undefined> {
	const { wayToSignIn } = schema;
	const [found] = await database()
		.select({ password: wayToSignIn.password })
		.from(wayToSignIn)
		.where(and(eq(wayToSignIn.holder, account), eq(wayToSignIn.providerId, 'credential')));
	return found?.password ? { account, password: found.password } : undefined;
}

const readBrowserMarks = (cookie = ''): [salt: string, signed: string][] =>
	cookie
		.split('~')
		.slice(0, MOST_BROWSER_MARKS)
		.map((mark): [string, string] => [mark.slice(0, 8), mark.slice(9)])
		.filter(([salt]) => BROWSER_MARK_SALT_PATTERN.test(salt));

const signBrowserMark = (mark: string, { account, password }: AccountPasswordHash): string =>
	createHmac('sha256', authSecret()).update(`known ${mark} ${account} ${password}`).digest('base64url').slice(0, 22);

function equalsInConstantTime(given: string, right: string): boolean {
	const [one, other] = [Buffer.from(given), Buffer.from(right)];
	return one.length === other.length && timingSafeEqual(one, other);
}
