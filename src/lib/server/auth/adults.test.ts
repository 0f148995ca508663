import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connection, database, openDatabase, schema } from '#lib/server/db/index.ts';
import { copyStoreTo } from '#lib/server/db/testing/pglite-pool.ts';
import { removeApplicant, removePerson } from '#lib/server/personal-data/remove.ts';
import {
	admitAccount,
	admitByLink,
	listAdults,
	applyForAccount,
	promoteByLink,
	createPasswordResetLink,
	resetPassword
} from './adults.ts';
import { dismissAdult } from './dismiss-adult.ts';
import { findInvitation, createInvitation, INVITATION_LIFETIMES } from './invitations.ts';
import { changePassword } from './own-password.ts';
import { currentPerson } from './session.ts';
import { signInAdult } from './sign-in.ts';
import { createTestBrowser } from './testing.ts';
import { createWelcomeToken } from './welcome-token.ts';
import { hasCurator, isValidWelcomeToken } from './welcome.ts';

const folder = mkdtempSync(join(tmpdir(), 'braise-adults-'));
const password = 'cheval batterie agrafe';
const adult = (name: string) => ({ name, email: `${name.toLowerCase()}@lycee.fr`, password });
const byEmail = async (name: string) => (await listAdults()).find(({ email }) => email === adult(name).email);
const signsIn = async (name: string, words = password, at = createTestBrowser()) =>
	(await signInAdult(at.visit(), adult(name).email, words, false)).kind;
const roleLink = (role: 'teacher' | 'partner', createdBy: string) =>
	createInvitation({ purpose: 'role', role, createdBy, lifetime: INVITATION_LIFETIMES.role });
const teacherLink = async () => roleLink('teacher', (await byEmail('Garde'))?.id ?? '');

beforeAll(async () => {
	process.env['DATA_FOLDER'] = folder;
	process.env['TEACHER_DOMAINS'] = 'lycee.fr';
	await copyStoreTo(folder);
	await openDatabase();
});
afterAll(async () => {
	await connection().close();
	rmSync(folder, { recursive: true });
});

test('the link of the start makes the first curator, once, and none after that', async () => {
	const [first, other] = [createWelcomeToken('start'), createWelcomeToken('start')];
	expect(await hasCurator()).toBe(false);
	for (const forged of [
		'',
		'start',
		`${first.slice(0, -1)}${first.endsWith('0') ? '1' : '0'}`,
		first.replace('start', 'command')
	]) {
		expect(await isValidWelcomeToken(forged), forged).toBe(false);
		expect(await admitByLink({ kind: 'welcome', token: forged }, adult('Mallory'))).toEqual({ kind: 'spent' });
	}
	expect(await isValidWelcomeToken(first)).toBe(true);
	expect(await admitByLink({ kind: 'welcome', token: first }, adult('Garde'))).toEqual({ kind: 'in' });
	expect((await byEmail('Garde'))?.role).toBe('curator');
	for (const token of [first, other]) {
		expect(await isValidWelcomeToken(token)).toBe(false);
		expect(await admitByLink({ kind: 'welcome', token }, adult('Mallory'))).toEqual({ kind: 'spent' });
	}
	const [command, old] = [createWelcomeToken('command'), createWelcomeToken('command', Date.now() - 25 * 3_600_000)];
	expect(await isValidWelcomeToken(old)).toBe(false);
	expect(await admitByLink({ kind: 'welcome', token: command }, adult('Relais'))).toEqual({ kind: 'in' });
	expect(await isValidWelcomeToken(command)).toBe(false);
	expect(await byEmail('Mallory')).toBeUndefined();
});

test('an invitation lets one person in, however many hurry', async () => {
	const token = await teacherLink();
	const names = ['Un', 'Deux', 'Trois'];
	const came = await Promise.all(names.map((name) => admitByLink({ kind: 'invitation', token }, adult(name))));
	expect(came.map(({ kind }) => kind).sort()).toEqual(['in', 'spent', 'spent']);
	expect((await listAdults()).filter(({ role }) => role === 'teacher')).toHaveLength(1);
});

test('an address that is taken leaves the invitation unspent, for who signs in and accepts it', async () => {
	await applyForAccount(adult('Diallo'), 'Lycée Horizon');
	const token = await teacherLink();
	expect(await admitByLink({ kind: 'invitation', token }, adult('Diallo'))).toEqual({ kind: 'taken' });
	expect(await findInvitation(token, 'role')).toBeDefined();
	expect(await findInvitation(token, 'reset')).toBeUndefined();
	expect(await promoteByLink({ kind: 'invitation', token }, (await byEmail('Diallo'))?.id ?? '')).toEqual({
		kind: 'in'
	});
	expect(await byEmail('Diallo')).toMatchObject({ role: 'teacher', application: '' });
});

test('an adult who asks is an applicant, whatever the domain, until a curator decides', async () => {
	await applyForAccount(adult('Martin'), 'Maths');
	expect(await byEmail('Martin')).toMatchObject({ role: 'applicant', application: 'Maths', hasKnownDomain: true });
	// A second application with the same email address changes nothing of the first one.
	await applyForAccount({ ...adult('Martin'), name: 'Autre', password: 'un tout autre mot' }, 'Autre');
	expect(await byEmail('Martin')).toMatchObject({ name: 'Martin', application: 'Maths' });
	expect(await signsIn('Martin', 'un tout autre mot')).toBe('wrong');
	expect(await signsIn('Martin')).toBe('in');
	await admitAccount((await byEmail('Martin'))?.id ?? '', 'partner');
	expect((await byEmail('Martin'))?.role).toBe('partner');
	// Only applicants can be refused: a partner's account stays.
	await removeApplicant(database(), (await byEmail('Martin'))?.id ?? '');
	expect(await byEmail('Martin')).toBeDefined();
	await applyForAccount(adult('Bernard'), '');
	await removeApplicant(database(), (await byEmail('Bernard'))?.id ?? '');
	expect(await signsIn('Bernard')).toBe('wrong');
});

test('another password ends every session but one’s own, and a reset link ends them all', async () => {
	await admitByLink({ kind: 'invitation', token: await teacherLink() }, adult('Le-Gall'));
	const [here, there] = [createTestBrowser(), createTestBrowser()];
	await signsIn('Le-Gall', password, here);
	await signsIn('Le-Gall', password, there);
	const id = (await byEmail('Le-Gall'))?.id ?? '';
	expect(await changePassword(here.visit(), id, 'pas le bon', 'nouveau mot de passe')).toEqual({ kind: 'wrong' });
	expect(await changePassword(here.visit(), id, password, 'nouveau mot de passe')).toEqual({ kind: 'in' });
	expect((await currentPerson(here.visit()))?.name).toBe('Le-Gall');
	expect(await currentPerson(there.visit())).toBeNull();

	const curator = (await byEmail('Garde'))?.id ?? '';
	const token = (await createPasswordResetLink(id, curator)) ?? '';
	expect(await createPasswordResetLink('nobody', curator)).toBeUndefined();
	// Wrong attempts lock the account; the link to choose a new password still opens it.
	for (let attempt = 0; attempt < 6; attempt += 1) await signsIn('Le-Gall', 'pas le bon');
	expect(await signsIn('Le-Gall', 'nouveau mot de passe')).toBe('wait');
	expect(await resetPassword(token, 'encore un autre mot')).toBe(true);
	expect(await currentPerson(here.visit())).toBeNull();
	expect(await resetPassword(token, 'et un de plus, non')).toBe(false);
	expect(await signsIn('Le-Gall', 'encore un autre mot')).toBe('in');
});

test('a role that a curator takes away is gone at once, in every browser, and can be given again', async () => {
	await admitByLink({ kind: 'invitation', token: await teacherLink() }, adult('Court'));
	const at = createTestBrowser();
	await signsIn('Court', password, at);
	expect((await currentPerson(at.visit()))?.role).toBe('teacher');
	const id = (await byEmail('Court'))?.id ?? '';
	await database().insert(schema.schoolClass).values({ id: 'court', name: '2de', joinCode: 'CDF346' });
	await database().insert(schema.classTeacher).values({ classId: 'court', accountId: id });
	expect(await dismissAdult(id)).toBe('dismissed');
	expect(await currentPerson(at.visit())).toBeNull();
	expect(await byEmail('Court')).toMatchObject({ role: 'applicant', application: '' });
	expect(await dismissAdult(id), 'they have none').toBe('absent');
	// An account that is the only teacher of a class cannot be deleted.
	expect(await removeApplicant(database(), id)).toBe(false);
	await admitAccount(id, 'teacher');
	expect(await database().select().from(schema.classTeacher)).toEqual([{ classId: 'court', accountId: id }]);
	await dismissAdult(id);
	await database().delete(schema.schoolClass);
	expect(await removeApplicant(database(), id)).toBe(true);
	expect(await byEmail('Court')).toBeUndefined();
});

test('a link is worth no more than who made it, and does not come back with their role', async () => {
	await admitByLink({ kind: 'welcome', token: createWelcomeToken('command') }, adult('Passage'));
	const maker = (await byEmail('Passage'))?.id ?? '';
	await applyForAccount(adult('Invitee'), '');
	const invitee = (await byEmail('Invitee'))?.id ?? '';
	const role = { kind: 'invitation', token: await roleLink('teacher', maker) } as const;
	const reset = (await createPasswordResetLink(invitee, maker)) ?? '';
	// A link is worthless once its maker lost the role, even when the role was changed directly in the database.
	await database().update(schema.account).set({ role: 'teacher' }).where(eq(schema.account.id, maker));
	expect(await findInvitation(role.token, 'role')).toBeUndefined();
	expect(await promoteByLink(role, invitee)).toEqual({ kind: 'spent' });
	expect(await admitByLink(role, adult('Intrus'))).toEqual({ kind: 'spent' });
	expect(await resetPassword(reset, 'un mot pour entrer')).toBe(false);
	await database().update(schema.account).set({ role: 'curator' }).where(eq(schema.account.id, maker));
	expect(await findInvitation(role.token, 'role')).toBeDefined();
	await dismissAdult(maker);
	await admitAccount(maker, 'curator');
	expect(await findInvitation(role.token, 'role'), 'after coming back').toBeUndefined();
	expect(await resetPassword(reset, 'un mot pour entrer'), 'after coming back').toBe(false);
	// A link whose maker's account was deleted has no maker, and must not pass for a link that the server mailed.
	const last = (await createPasswordResetLink(invitee, maker)) ?? '';
	await removePerson(database(), maker, new Date());
	expect(await resetPassword(last, 'un mot pour entrer')).toBe(false);
});

test('a link raises a role and never lowers one', async () => {
	const by = (await byEmail('Garde'))?.id ?? '';
	await applyForAccount(adult('Echelle'), '');
	const id = (await byEmail('Echelle'))?.id ?? '';
	const uses = async (role: 'teacher' | 'partner') => {
		await promoteByLink({ kind: 'invitation', token: await roleLink(role, by) }, id);
		return (await byEmail('Echelle'))?.role;
	};
	expect([await uses('partner'), await uses('teacher'), await uses('partner')]).toEqual([
		'partner',
		'teacher',
		'teacher'
	]);
});

test('one curator always stays, however many go at once, and no link makes less of one', async () => {
	const curators = (await listAdults()).filter(({ role }) => role === 'curator').map(({ id }) => id);
	expect(curators.length).toBeGreaterThan(1);
	const [first = ''] = curators;
	expect(await promoteByLink({ kind: 'invitation', token: await teacherLink() }, first)).toEqual({ kind: 'in' });
	expect((await listAdults()).find(({ id }) => id === first)?.role).toBe('curator');
	const outcomes = await Promise.all(
		curators.map((id, place) =>
			place % 2 === 0 ? dismissAdult(id) : removePerson(database(), id, new Date()).then(({ kind }) => kind)
		)
	);
	expect(outcomes.filter((one) => one === 'last-curator')).toHaveLength(1);
	expect((await listAdults()).filter(({ role }) => role === 'curator')).toHaveLength(1);
	for (const id of ['nobody', '']) expect(await dismissAdult(id)).toBe('absent');
});
