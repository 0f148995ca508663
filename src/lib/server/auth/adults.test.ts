/** Tests how adults get an account and role by application or one-time link, and how a role ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { storeTestWork } from '#lib/server/assignments/testing.ts';
import { createProblemInvitation, findProblemInvitation } from '#lib/server/contributions/invitations.ts';
import { connection, database, openDatabase, schema } from '#lib/server/db/index.ts';
import { copyMigratedStoreTo } from '#lib/server/db/testing/pglite-pool.ts';
import { removeApplicant, removePerson } from '#lib/server/personal-data/remove-person.ts';
import { createFolderLink, findSharedFolder } from '#lib/server/studio/folder-links.ts';
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
import { findInvitation, createInvitation, INVITATION_LIFETIME_MILLISECONDS } from './invitations.ts';
import { changeOwnEmail, changeOwnName, readOwnEmail, changePassword } from './own-identity.ts';
import { findCurrentPerson } from './session.ts';
import { signInAdult } from './sign-in.ts';
import { createTestBrowser } from './testing.ts';
import { createCuratorWelcomeToken } from './auth-secret.ts';
import { hasCurator, isValidCuratorWelcomeToken } from './welcome.ts';

// Replaces password hashing with a cheap one, because these tests are about accounts and waits, not about the hash.
vi.mock('better-auth/crypto', () => import('./testing-hash.ts'));

const dataFolder = mkdtempSync(join(tmpdir(), 'braise-adults-'));
const password = 'cheval batterie agrafe';
const createAdultFields = (name: string) => ({ name, email: `${name.toLowerCase()}@lycee.fr`, password });
const findAccount = async (name: string) =>
	(await listAdults()).find(({ email }) => email === createAdultFields(name).email);
const attemptSignIn = async (name: string, triedPassword = password, at = createTestBrowser()) =>
	(await signInAdult(at.visit(), createAdultFields(name).email, triedPassword, false)).kind;
const createRoleLink = (role: 'teacher' | 'partner', createdBy: string) =>
	createInvitation({ purpose: 'role', role, createdBy, lifetime: INVITATION_LIFETIME_MILLISECONDS.role });
const createTeacherLink = async () => createRoleLink('teacher', (await findAccount('Garde'))?.id ?? '');

beforeAll(async () => {
	process.env['DATA_FOLDER'] = dataFolder;
	process.env['TEACHER_DOMAINS'] = 'lycee.fr';
	await copyMigratedStoreTo(dataFolder);
	await openDatabase();
});
afterAll(async () => {
	await connection().close();
	rmSync(dataFolder, { recursive: true });
});

test('the welcome link of the first start makes only the first curator, and only once', async () => {
	const [first, other] = [createCuratorWelcomeToken('start'), createCuratorWelcomeToken('start')];
	expect(await hasCurator()).toBe(false);
	for (const forgedToken of [
		'',
		'start',
		`${first.slice(0, -1)}${first.endsWith('0') ? '1' : '0'}`,
		first.replace('start', 'command')
	]) {
		expect(await isValidCuratorWelcomeToken(forgedToken), forgedToken).toBe(false);
		expect(await admitByLink({ kind: 'welcome', token: forgedToken }, createAdultFields('Mallory'))).toEqual({
			kind: 'spent'
		});
	}
	expect(await isValidCuratorWelcomeToken(first)).toBe(true);
	expect(await admitByLink({ kind: 'welcome', token: first }, createAdultFields('Garde'))).toEqual({ kind: 'in' });
	expect((await findAccount('Garde'))?.role).toBe('curator');
	for (const token of [first, other]) {
		expect(await isValidCuratorWelcomeToken(token)).toBe(false);
		expect(await admitByLink({ kind: 'welcome', token }, createAdultFields('Mallory'))).toEqual({ kind: 'spent' });
	}
	const [command, old] = [
		createCuratorWelcomeToken('command'),
		createCuratorWelcomeToken('command', Date.now() - 25 * 3_600_000)
	];
	expect(await isValidCuratorWelcomeToken(old)).toBe(false);
	expect(await admitByLink({ kind: 'welcome', token: command }, createAdultFields('Relais'))).toEqual({ kind: 'in' });
	expect(await isValidCuratorWelcomeToken(command)).toBe(false);
	expect(await findAccount('Mallory')).toBeUndefined();
});

test('an invitation that several people use at the same time admits only one of them', async () => {
	const token = await createTeacherLink();
	const names = ['Un', 'Deux', 'Trois'];
	const admissions = await Promise.all(
		names.map((name) => admitByLink({ kind: 'invitation', token }, createAdultFields(name)))
	);
	expect(admissions.map(({ kind }) => kind).sort()).toEqual(['in', 'spent', 'spent']);
	expect((await listAdults()).filter(({ role }) => role === 'teacher')).toHaveLength(1);
});

test('an invitation stays unspent when the e-mail address is taken, and that account can accept it', async () => {
	await applyForAccount(createAdultFields('Diallo'), 'Lycée Horizon');
	const token = await createTeacherLink();
	expect(await admitByLink({ kind: 'invitation', token }, createAdultFields('Diallo'))).toEqual({ kind: 'taken' });
	expect(await findInvitation(token, 'role')).toBeDefined();
	expect(await findInvitation(token, 'reset')).toBeUndefined();
	expect(await promoteByLink({ kind: 'invitation', token }, (await findAccount('Diallo'))?.id ?? '')).toEqual({
		kind: 'in'
	});
	expect(await findAccount('Diallo')).toMatchObject({ role: 'teacher', application: '' });
});

test('an adult who applies is an applicant until a curator admits or refuses them', async () => {
	await applyForAccount(createAdultFields('Martin'), 'Maths');
	expect(await findAccount('Martin')).toMatchObject({ role: 'applicant', application: 'Maths', hasKnownDomain: true });
	// A second application with the same email address does not change the first application.
	await applyForAccount({ ...createAdultFields('Martin'), name: 'Autre', password: 'un tout autre mot' }, 'Autre');
	expect(await findAccount('Martin')).toMatchObject({ name: 'Martin', application: 'Maths' });
	expect(await attemptSignIn('Martin', 'un tout autre mot')).toBe('wrong');
	expect(await attemptSignIn('Martin')).toBe('in');
	await admitAccount((await findAccount('Martin'))?.id ?? '', 'partner');
	expect((await findAccount('Martin'))?.role).toBe('partner');
	// Only applicants can be refused: a partner's account stays.
	await removeApplicant(database(), (await findAccount('Martin'))?.id ?? '');
	expect(await findAccount('Martin')).toBeDefined();
	await applyForAccount(createAdultFields('Bernard'), '');
	await removeApplicant(database(), (await findAccount('Bernard'))?.id ?? '');
	expect(await attemptSignIn('Bernard')).toBe('wrong');
});

test('changing the password ends every other session, and a reset link ends every session', async () => {
	await admitByLink({ kind: 'invitation', token: await createTeacherLink() }, createAdultFields('Le-Gall'));
	const [here, there] = [createTestBrowser(), createTestBrowser()];
	await attemptSignIn('Le-Gall', password, here);
	await attemptSignIn('Le-Gall', password, there);
	const id = (await findAccount('Le-Gall'))?.id ?? '';
	expect(await changePassword(here.visit(), id, 'pas le bon', 'nouveau mot de passe')).toEqual({ kind: 'wrong' });
	expect(await changePassword(here.visit(), id, password, 'nouveau mot de passe')).toEqual({ kind: 'in' });
	expect((await findCurrentPerson(here.visit()))?.name).toBe('Le-Gall');
	expect(await findCurrentPerson(there.visit())).toBeNull();

	const curatorId = (await findAccount('Garde'))?.id ?? '';
	const token = (await createPasswordResetLink(id, curatorId)) ?? '';
	expect(await createPasswordResetLink('nobody', curatorId)).toBeUndefined();
	// Wrong attempts lock the account; the link to choose a new password still opens it.
	for (let attempt = 0; attempt < 6; attempt += 1) await attemptSignIn('Le-Gall', 'pas le bon');
	expect(await attemptSignIn('Le-Gall', 'nouveau mot de passe')).toBe('wait');
	expect(await resetPassword(token, 'encore un autre mot')).toBe(true);
	expect(await findCurrentPerson(here.visit())).toBeNull();
	expect(await resetPassword(token, 'et un de plus, non')).toBe(false);
	expect(await attemptSignIn('Le-Gall', 'encore un autre mot')).toBe('in');
});

test('a role that a curator takes away ends at once, and can be given again', async () => {
	await admitByLink({ kind: 'invitation', token: await createTeacherLink() }, createAdultFields('Court'));
	const at = createTestBrowser();
	await attemptSignIn('Court', password, at);
	expect((await findCurrentPerson(at.visit()))?.role).toBe('teacher');
	const id = (await findAccount('Court'))?.id ?? '';
	await database().insert(schema.schoolClass).values({ id: 'court', name: '2de', joinCode: 'CDF346' });
	await database().insert(schema.classTeacher).values({ classId: 'court', accountId: id });
	expect(await dismissAdult(id)).toBe('dismissed');
	expect(await findCurrentPerson(at.visit())).toBeNull();
	expect(await findAccount('Court')).toMatchObject({ role: 'applicant', application: '' });
	expect(await dismissAdult(id), 'they have none').toBe('absent');
	// An account that is the only teacher of a class cannot be deleted.
	expect(await removeApplicant(database(), id)).toBe(false);
	await admitAccount(id, 'teacher');
	expect(await database().select().from(schema.classTeacher)).toEqual([{ classId: 'court', accountId: id }]);
	await dismissAdult(id);
	await database().delete(schema.schoolClass);
	expect(await removeApplicant(database(), id)).toBe(true);
	expect(await findAccount('Court')).toBeUndefined();
});

test('a dismissed curator’s links stop working, and stay invalid when the role is given back', async () => {
	await admitByLink({ kind: 'welcome', token: createCuratorWelcomeToken('command') }, createAdultFields('Passage'));
	const makerId = (await findAccount('Passage'))?.id ?? '';
	await applyForAccount(createAdultFields('Invitee'), '');
	const inviteeId = (await findAccount('Invitee'))?.id ?? '';
	const roleLink = { kind: 'invitation', token: await createRoleLink('teacher', makerId) } as const;
	const resetToken = (await createPasswordResetLink(inviteeId, makerId)) ?? '';
	// A link is worthless once its maker lost the role, even when the role was changed directly in the database.
	await database().update(schema.account).set({ role: 'teacher' }).where(eq(schema.account.id, makerId));
	expect(await findInvitation(roleLink.token, 'role')).toBeUndefined();
	expect(await promoteByLink(roleLink, inviteeId)).toEqual({ kind: 'spent' });
	expect(await admitByLink(roleLink, createAdultFields('Intrus'))).toEqual({ kind: 'spent' });
	expect(await resetPassword(resetToken, 'un mot pour entrer')).toBe(false);
	await database().update(schema.account).set({ role: 'curator' }).where(eq(schema.account.id, makerId));
	expect(await findInvitation(roleLink.token, 'role')).toBeDefined();
	await dismissAdult(makerId);
	await admitAccount(makerId, 'curator');
	expect(await findInvitation(roleLink.token, 'role'), 'after coming back').toBeUndefined();
	expect(await resetPassword(resetToken, 'un mot pour entrer'), 'after coming back').toBe(false);
	// A link whose maker's account was deleted has no maker, and must not pass for a link that the server mailed.
	const lastToken = (await createPasswordResetLink(inviteeId, makerId)) ?? '';
	await removePerson(database(), makerId, new Date());
	expect(await resetPassword(lastToken, 'un mot pour entrer')).toBe(false);
});

test('a dismissed teacher’s invitations to tell and draft links stay invalid when the role is given back', async () => {
	await admitByLink({ kind: 'invitation', token: await createTeacherLink() }, createAdultFields('Detour'));
	const id = (await findAccount('Detour'))?.id ?? '';
	const { work } = await storeTestWork(database(), [id], 'folder');
	const folderToken = (await createFolderLink(database(), id, work)) ?? '';
	const invitationToken = (await createProblemInvitation(database(), { by: id, classId: null }, new Date())) ?? '';
	expect(await findSharedFolder(database(), folderToken)).toBeDefined();
	expect(await findProblemInvitation(database(), invitationToken, new Date())).toBeDefined();
	await dismissAdult(id);
	await admitAccount(id, 'teacher');
	expect(await findSharedFolder(database(), folderToken)).toBeUndefined();
	expect(await findProblemInvitation(database(), invitationToken, new Date())).toBeUndefined();
});

test('an invitation link can raise an account’s role but never lower it', async () => {
	const curatorId = (await findAccount('Garde'))?.id ?? '';
	await applyForAccount(createAdultFields('Echelle'), '');
	const id = (await findAccount('Echelle'))?.id ?? '';
	const promoteAndReadRole = async (role: 'teacher' | 'partner') => {
		await promoteByLink({ kind: 'invitation', token: await createRoleLink(role, curatorId) }, id);
		return (await findAccount('Echelle'))?.role;
	};
	expect([
		await promoteAndReadRole('partner'),
		await promoteAndReadRole('teacher'),
		await promoteAndReadRole('partner')
	]).toEqual(['partner', 'teacher', 'teacher']);
});

test('one curator remains when all leave at once, and a teacher link does not demote a curator', async () => {
	const curatorIds = (await listAdults()).filter(({ role }) => role === 'curator').map(({ id }) => id);
	expect(curatorIds.length).toBeGreaterThan(1);
	const [first = ''] = curatorIds;
	expect(await promoteByLink({ kind: 'invitation', token: await createTeacherLink() }, first)).toEqual({ kind: 'in' });
	expect((await listAdults()).find(({ id }) => id === first)?.role).toBe('curator');
	const outcomes = await Promise.all(
		curatorIds.map((id, place) =>
			place % 2 === 0 ? dismissAdult(id) : removePerson(database(), id, new Date()).then(({ kind }) => kind)
		)
	);
	expect(outcomes.filter((one) => one === 'last-curator')).toHaveLength(1);
	expect((await listAdults()).filter(({ role }) => role === 'curator')).toHaveLength(1);
	for (const id of ['nobody', '']) expect(await dismissAdult(id)).toBe('absent');
});

test('an adult corrects their name, and changes their address with their password to one that nobody has', async () => {
	for (const name of ['Legall', 'Voisin']) await applyForAccount(createAdultFields(name), '');
	await admitAccount((await findAccount('Legall'))?.id ?? '', 'teacher');
	const browser = createTestBrowser();
	expect(await attemptSignIn('Legall', password, browser)).toBe('in');
	const person = await findCurrentPerson(browser.visit());
	if (person === null) throw new Error('Nobody is signed in.');
	await changeOwnName(person.id, 'Mme Le Gall');
	expect((await findCurrentPerson(browser.visit()))?.name).toBe('Mme Le Gall');

	const changeEmail = async (email: string, typedPassword = password) =>
		(await changeOwnEmail(browser.visit(), person, email, typedPassword)).kind;
	expect(await changeEmail('le.gall@lycee.fr', 'not the password')).toBe('wrong');
	expect(await changeEmail(createAdultFields('Voisin').email)).toBe('taken');
	expect(await readOwnEmail(person.id)).toBe(createAdultFields('Legall').email);
	expect(await changeEmail('le.gall@lycee.fr')).toBe('in');
	expect(await attemptSignIn('Legall')).toBe('wrong');
	expect((await signInAdult(createTestBrowser().visit(), 'le.gall@lycee.fr', password, false)).kind).toBe('in');
	// Right passwords count too, so that nobody can try many addresses.
	const laterKinds = [
		await changeEmail('a@lycee.fr'),
		await changeEmail('b@lycee.fr'),
		await changeEmail('c@lycee.fr')
	];
	expect(laterKinds).toEqual(['in', 'in', 'wait']);
	expect(await readOwnEmail(person.id)).toBe('b@lycee.fr');
});
