/** Makes adults with accounts by HTTP, as browsers do. */
import { request as requests, type APIRequestContext } from '@playwright/test';
import { createCuratorWelcomeToken } from '#lib/server/auth/auth-secret.ts';
import { appOrigin, dataFolder } from './servers.ts';

export const ADULT_PASSWORD = 'cheval batterie agrafe';

/** Number of email addresses made so far. Each adult gets a new one, because all tests of a run share one server. */
let emailAddressCount = 0;
export const createEmailAddress = (): string => `personne-${process.pid}-${(emailAddressCount += 1)}@lycee-horizon.fr`;

/** Returns the link that `npm run curator -- --link` prints for the server's administrator; tests/e2e/mail.spec.ts runs the command. */
export function makeCuratorLink(): string {
	const previousDataFolder = process.env['DATA_FOLDER'];
	// The key that signs the link is in the shared test server's data folder, even when a test has set another one.
	process.env['DATA_FOLDER'] = dataFolder;
	try {
		return new URL(`/welcome/${createCuratorWelcomeToken('command')}`, appOrigin).href;
	} finally {
		if (previousDataFolder === undefined) delete process.env['DATA_FOLDER'];
		else process.env['DATA_FOLDER'] = previousDataFolder;
	}
}

export const openHttpClient = (): Promise<APIRequestContext> =>
	requests.newContext({ baseURL: appOrigin, extraHTTPHeaders: { origin: appOrigin, accept: 'text/html' } });

export const postForm = (client: APIRequestContext, address: string, form: Record<string, string>) =>
	client.post(address, { form });

export interface SignedUpAdult {
	client: APIRequestContext;
	email: string;
	/** Address of the page that the person sees after signing up. */
	landingAddress: string;
}

export async function signUpByLink(link: string, name: string): Promise<SignedUpAdult> {
	const client = await openHttpClient();
	const email = createEmailAddress();
	const form = { name, email, password: ADULT_PASSWORD };
	const answer = await postForm(client, `${new URL(link, appOrigin).pathname}?/new`, form);
	return { client, email, landingAddress: answer.url() };
}

export async function makeInvitationLink(curator: APIRequestContext, role: string): Promise<string> {
	const page = await (await postForm(curator, '/fr/people?/invite', { role })).text();
	return /http[^"]*\/invitation\/[0-9a-f]+/.exec(page)?.[0] ?? '';
}
