/**
 * better-auth, which keeps passwords and sessions. It is called from form actions and hooks and serves no address of its
 * own, except for OpenID Connect (openid.ts). docs/decisions/081-accounts.md says what of it is used, and what is off.
 */
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { betterAuth } from 'better-auth/minimal';
import { genericOAuth } from 'better-auth/plugins';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { SHORTEST_PASSWORD } from '../../domain/adult.ts';
import { database, schema } from '../db/index.ts';
import { environment } from '../environment.ts';
import { queued } from './hash-queue.ts';
import { secret } from './secret.ts';

const DAY = 24 * 60 * 60;
/** For who asks to stay signed in; otherwise the browser's closing ends it, and the server does after a day. */
const REMEMBERED = 30 * DAY;
const PREFIX = 'braise';
/** Where a provider sends people back to: `/openid/callback/openid`. */
const OPEN_ID_PATH = '/openid';
export const PROVIDER = 'openid';
const NO_TOKENS = { accessToken: null, refreshToken: null, idToken: null, scope: null };

const made = new Map<boolean, Library>();

export type Library = ReturnType<typeof make>;

/** Over https, as the gate found; then a cookie is never sent over plain http. */
export const isSecure = (url: URL): boolean => url.protocol === 'https:';

export const sessionCookie = (secure: boolean): string => `${secure ? '__Secure-' : ''}${PREFIX}.session_token`;
/** Beside it when the session ends with the browser. */
export const untilClosingCookie = (secure: boolean): string => `${secure ? '__Secure-' : ''}${PREFIX}.dont_remember`;

export function library(secure: boolean): Library {
	const known = made.get(secure);
	if (known) return known;
	const library = make(secure);
	made.set(secure, library);
	return library;
}

function make(secure: boolean) {
	return betterAuth({
		appName: 'Braise',
		// Without ORIGIN nothing of the library writes an address, so any that leads nowhere will do.
		baseURL: environment().origin ?? `${secure ? 'https' : 'http'}://braise.invalid`,
		secret: secret(),
		telemetry: { enabled: false },
		logger: { level: 'error' },
		// Ours counts by account and class code, in attempts.ts: a school has one address.
		rateLimit: { enabled: false },
		database: drizzleAdapter(database(), {
			provider: 'pg',
			schema: {
				account: schema.account,
				credential: schema.credential,
				session: schema.session,
				verification: schema.verification
			}
		}),
		user: {
			modelName: 'account',
			additionalFields: {
				role: { type: 'string', input: false, required: true, defaultValue: 'applicant' },
				deletionAt: { type: 'date', input: false, required: false }
			}
		},
		account: {
			modelName: 'credential',
			fields: { userId: 'holder', accountId: 'subject' },
			// An address alone does not make two accounts one: the provider may have given it to someone else.
			accountLinking: { disableImplicitLinking: true },
			updateAccountOnSignIn: false
		},
		session: { fields: { userId: 'accountId' }, expiresIn: REMEMBERED, updateAge: DAY },
		emailAndPassword: {
			enabled: true,
			disableSignUp: true,
			minPasswordLength: SHORTEST_PASSWORD,
			password: {
				hash: (password) => queued(() => hashPassword(password)),
				verify: (compared) => queued(() => verifyPassword(compared))
			}
		},
		basePath: OPEN_ID_PATH,
		// What a provider sends back and nobody asked for.
		onAPIError: { errorURL: '/sign-in' },
		plugins: openIdPlugins(),
		advanced: {
			cookiePrefix: PREFIX,
			useSecureCookies: secure,
			ipAddress: { disableIpTracking: true },
			database: { generateId: () => crypto.randomUUID(), validateSchema: false }
		},
		databaseHooks: {
			account: {
				create: {
					// Nothing is ever asked of a provider again.
					before: (credential) => Promise.resolve({ data: { ...credential, ...NO_TOKENS } })
				}
			},
			session: {
				create: {
					// There are no columns for them.
					before: (session) => Promise.resolve({ data: { ...session, ipAddress: undefined, userAgent: undefined } })
				}
			}
		}
	});
}

function openIdPlugins() {
	const { openId } = environment();
	if (!openId) return [];
	return [
		genericOAuth({
			config: [
				{
					providerId: PROVIDER,
					discoveryUrl: `${openId.issuer}/.well-known/openid-configuration`,
					clientId: openId.clientId,
					clientSecret: openId.clientSecret,
					scopes: ['openid', 'email', 'profile'],
					requireIdTokenVerification: true,
					disableProviderLogout: true
				}
			]
		})
	];
}
