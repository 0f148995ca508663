/** Tests that the sign-in page redirects people from their school's provider to the page for their role. */
import { expect, test } from 'vitest';
import type { Role } from '#lib/domain/access.ts';
import { load } from './+page.server.ts';

/** Loads the sign-in page; returns the address to which it redirects, or undefined when it does not redirect. */
async function loadRedirectLocation(search: string, role: Role | null): Promise<string | undefined> {
	const url = new URL(`http://localhost/fr/sign-in${search}`);
	const person = role === null ? null : { id: 'one', role, name: 'One' };
	const event = { url, locals: { person, checkedActions: new Set() } } as unknown as Parameters<typeof load>[0];
	try {
		await load(event);
		return undefined;
	} catch (thrown) {
		return (thrown as { location: string }).location;
	}
}

test('people from the school’s provider are redirected: partners to their page, others to the catalogue', async () => {
	expect(await loadRedirectLocation('?arrived', 'partner')).toMatch(/\/me$/);
	for (const role of ['teacher', 'curator', 'applicant'] as const)
		expect(await loadRedirectLocation('?arrived', role)).toMatch(/\/challenges$/);
});

test('people not coming from the provider, or not signed in, stay on the sign-in page', async () => {
	expect(await loadRedirectLocation('', 'partner')).toBeUndefined();
	expect(await loadRedirectLocation('?arrived', null)).toBeUndefined();
	expect(await loadRedirectLocation('?arrived&error=access_denied', null)).toBeUndefined();
});
