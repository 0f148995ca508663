import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { betterAuth } from 'better-auth/minimal';
import { genericOAuth } from 'better-auth/plugins';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { SHORTEST_PASSWORD } from '#lib/domain/account.ts';
import { database, schema } from '#lib/server/db/index.ts';
import { environment } from '#lib/server/environment.ts';
import { enqueueHash } from './hash-queue.ts';
import { authSecret } from './auth-secret.ts';

const DAY_SECONDS = 24 * 60 * 60;
/** Seconds for people who chose to stay signed in. Other sessions end with the browser, after one day at most. */
const REMEMBERED_SESSION_SECONDS = 30 * DAY_SECONDS;
const COOKIE_PREFIX = 'braise';
/** Beginning of the path to which a provider sends people back: `/openid/callback/openid`. */
const OPEN_ID_PATH = '/openid';
export const OPEN_ID_PROVIDER_ID = 'openid';
const EMPTY_TOKEN_FIELDS = { accessToken: null, refreshToken: null, idToken: null, scope: null };

const authLibraryByHttps = new Map<boolean, AuthLibrary>();

export type AuthLibrary = ReturnType<typeof createAuthLibrary>;

/** Cookies set over https are never sent over plain http. */
export const isHttpsRequest = (url: URL): boolean => url.protocol === 'https:';

export const sessionCookieName = (isSecure: boolean): string =>
	`${isSecure ? '__Secure-' : ''}${COOKIE_PREFIX}.session_token`;
/** Returns the name of the second cookie, which only a session that ends when the browser closes has. */
export const browserSessionCookieName = (isSecure: boolean): string =>
	`${isSecure ? '__Secure-' : ''}${COOKIE_PREFIX}.dont_remember`;

/** Serves no address of its own except for OpenID Connect (open-id.ts). See docs/decisions/015-accounts.md. */
export function authLibrary(isSecure: boolean): AuthLibrary {
	const cachedLibrary = authLibraryByHttps.get(isSecure);
	if (cachedLibrary) return cachedLibrary;
	const library = createAuthLibrary(isSecure);
	authLibraryByHttps.set(isSecure, library);
	return library;
}

function createAuthLibrary(isSecure: boolean) {
	return betterAuth({
		appName: 'Braise',
		// Without ORIGIN, OpenID Connect is off and the library never writes an address, so a placeholder is enough.
		baseURL: environment().origin ?? `${isSecure ? 'https' : 'http'}://braise.invalid`,
		secret: authSecret(),
		telemetry: { enabled: false },
		logger: { level: 'error' },
		// The library would count attempts by IP address, which a whole school shares; attempts.ts counts by account and class code
		// instead.
		rateLimit: { enabled: false },
		database: drizzleAdapter(database(), {
			provider: 'pg',
			schema: {
				account: schema.account,
				wayToSignIn: schema.wayToSignIn,
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
			modelName: 'wayToSignIn',
			fields: { userId: 'holder', accountId: 'subject' },
			// An equal email address does not link accounts: the provider may have given it to another person.
			accountLinking: { disableImplicitLinking: true },
			updateAccountOnSignIn: false
		},
		session: { fields: { userId: 'accountId' }, expiresIn: REMEMBERED_SESSION_SECONDS, updateAge: DAY_SECONDS },
		emailAndPassword: {
			enabled: true,
			disableSignUp: true,
			minPasswordLength: SHORTEST_PASSWORD,
			password: {
				hash: (password) => enqueueHash(() => hashPassword(password)),
				verify: (compared) => enqueueHash(() => verifyPassword(compared))
			}
		},
		basePath: OPEN_ID_PATH,
		// A callback that matches no started sign-in is redirected here.
		onAPIError: { errorURL: '/sign-in' },
		plugins: createOpenIdPlugins(),
		advanced: {
			cookiePrefix: COOKIE_PREFIX,
			useSecureCookies: isSecure,
			ipAddress: { disableIpTracking: true },
			database: { generateId: () => crypto.randomUUID(), validateSchema: false, joins: true }
		},
		databaseHooks: {
			account: {
				create: {
					// The provider's tokens are not stored, because the provider is never called again.
					before: (credential) => Promise.resolve({ data: { ...credential, ...EMPTY_TOKEN_FIELDS } })
				}
			},
			session: {
				create: {
					// The session table has no columns for the IP address and the user agent.
					before: (session) => Promise.resolve({ data: { ...session, ipAddress: undefined, userAgent: undefined } })
				}
			}
		}
	});
}

function createOpenIdPlugins() {
	const { openId } = environment();
	if (!openId) return [];
	return [
		genericOAuth({
			config: [
				{
					providerId: OPEN_ID_PROVIDER_ID,
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
