/** Tests that adults sign in through their school's OpenID provider, and that no forged answer signs anybody in. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connection, database, openDatabase, schema } from '#lib/server/db/index.ts';
import { applyForAccount } from './adults.ts';
import { applySetCookieHeaders } from './cookies.ts';
import { createOpenIdSignInAddress, handleOpenIdReturn } from './open-id.ts';
import { findCurrentPerson } from './session.ts';
import { TEST_OPEN_ID_CLIENT, startTestOpenIdProvider, type TestOpenIdProvider } from './testing-provider.ts';
import { createTestBrowser } from './testing.ts';

const ORIGIN = 'http://localhost:3000';
const folder = mkdtempSync(join(tmpdir(), 'braise-openid-'));
let provider: TestOpenIdProvider;

beforeAll(async () => {
	provider = await startTestOpenIdProvider();
	Object.assign(process.env, {
		DATA_FOLDER: folder,
		ORIGIN,
		OIDC_ISSUER: provider.issuer,
		OIDC_CLIENT_ID: TEST_OPEN_ID_CLIENT.id,
		OIDC_CLIENT_SECRET: TEST_OPEN_ID_CLIENT.secret
	});
	await openDatabase();
});
afterAll(async () => {
	provider.close();
	await connection().close();
	rmSync(folder, { recursive: true });
});

type TestBrowser = ReturnType<typeof createTestBrowser>;

/**
 * Signs in at the provider as a browser does, and returns the address where the person lands. `change` may forge the address to
 * which the provider sends the browser back.
 */
async function returnFromProvider(at: TestBrowser, change: (address: URL) => void = () => undefined): Promise<string> {
	const visit = at.visit();
	const providerAddress = await createOpenIdSignInAddress(visit, '/fr/challenges', '/fr/sign-in');
	const providerResponse = await fetch(providerAddress ?? '', { redirect: 'manual' });
	const callbackAddress = new URL(providerResponse.headers.get('location') ?? '');
	change(callbackAddress);
	const callbackVisit = at.visit(callbackAddress.pathname + callbackAddress.search);
	const response = await handleOpenIdReturn(callbackVisit);
	applySetCookieHeaders(callbackVisit.cookies, response.headers);
	return response.headers.get('location') ?? '';
}

test('an adult from the school’s provider becomes an applicant, and has the same account next time', async () => {
	const at = createTestBrowser(ORIGIN);
	expect(await returnFromProvider(at)).toContain('/fr/challenges');
	const person = await findCurrentPerson(at.visit());
	expect(person).toMatchObject({ role: 'applicant', name: 'Ada Lovelace' });
	const secondBrowser = createTestBrowser(ORIGIN);
	await returnFromProvider(secondBrowser);
	expect((await findCurrentPerson(secondBrowser.visit()))?.id).toBe(person?.id);
	const storedText = JSON.stringify([
		await database().select().from(schema.wayToSignIn),
		await database().select().from(schema.session)
	]);
	expect(storedText).not.toContain('not to be kept');
	expect(storedText).not.toContain('Tester');
});

test('a provider’s answer that this browser did not ask for signs nobody in', async () => {
	const at = createTestBrowser(ORIGIN);
	expect(await returnFromProvider(at, (back) => back.searchParams.set('state', 'forged'))).toContain('error');
	expect(await findCurrentPerson(at.visit())).toBeNull();
	const victimBrowser = createTestBrowser(ORIGIN);
	const providerAddress = await createOpenIdSignInAddress(
		createTestBrowser(ORIGIN).visit(),
		'/fr/challenges',
		'/fr/sign-in'
	);
	const callbackAddress = new URL(
		(await fetch(providerAddress ?? '', { redirect: 'manual' })).headers.get('location') ?? ''
	);
	await handleOpenIdReturn(victimBrowser.visit(callbackAddress.pathname + callbackAddress.search));
	expect(await findCurrentPerson(victimBrowser.visit())).toBeNull();
});

test('a provider’s person is refused when their e-mail address already has an account', async () => {
	await applyForAccount({ name: 'Grace', email: 'grace@lycee.fr', password: 'cheval batterie agrafe' }, '');
	provider.person = { sub: 'grace', email: 'grace@lycee.fr', email_verified: true, name: 'Grace' };
	const at = createTestBrowser(ORIGIN);
	expect(await returnFromProvider(at)).toMatch(/\/fr\/sign-in\?.*error/);
	expect(await findCurrentPerson(at.visit())).toBeNull();
});
