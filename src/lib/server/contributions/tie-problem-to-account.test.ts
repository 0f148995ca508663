/** Tests who may put a problem, told earlier without an account, on the page of their account. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isActionAllowed, ROLES } from '#lib/domain/access.ts';
import { EMPTY_PROBLEM_CARD } from '#lib/domain/problem-card.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import { account, problem } from '#lib/server/db/schema/index.ts';
import { createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { gatherPersonalData } from '#lib/server/personal-data/gather-personal-data.ts';
import {
	findProblemOfLink,
	findPrivateLinkToken,
	tieProblemToAccount,
	untieProblemFromAccount
} from './told-problem.ts';
import { listProblemsToldBy } from './problem-queries.ts';
import { storeToldProblem } from './store-told-problem.ts';

const NOW = new Date('2026-11-24T10:00:00Z');
const PROBLEM_CARD = { ...EMPTY_PROBLEM_CARD, wrong: 'Il reste du pain.', whom: 'Pour tous.', rule: 'Comme avant.' };
let connection: Connection;
let database: Database;

beforeAll(async () => {
	connection = await createFreshDatabase('pglite');
	({ database } = connection);
	for (const id of ['baker', 'stranger'])
		await database.insert(account).values({ id, role: 'partner', name: id, email: `${id}@four.example` });
});
afterAll(() => connection.close());

async function storeVisitorProblem() {
	const message = {
		format: 1,
		language: 'fr',
		trade: 'food',
		place: '',
		name: '',
		contact: '',
		card: PROBLEM_CARD
	} as const;
	const result = await storeToldProblem(database, { ...message, invitation: null, classId: null }, null, NOW);
	const link = result.kind === 'told' ? (result.link ?? '') : '';
	const row = await findProblemOfLink(database, link, undefined);
	return { link, id: row?.id ?? '' };
}

test('a problem told without an account can be tied to one account only, and untied again', async () => {
	const { link, id } = await storeVisitorProblem();
	expect(await listProblemsToldBy(database, 'baker')).toEqual([]);
	expect(await tieProblemToAccount(database, id, 'baker')).toBe(true);
	expect(await tieProblemToAccount(database, id, 'baker')).toBe(true);
	expect(await tieProblemToAccount(database, id, 'stranger')).toBe(false);
	expect(await listProblemsToldBy(database, 'baker')).toMatchObject([{ id }]);
	expect((await findProblemOfLink(database, id, 'baker'))?.id).toBe(id);
	expect((await gatherPersonalData(database, 'baker', NOW)).problemsTold).toMatchObject([{ card: PROBLEM_CARD }]);
	await untieProblemFromAccount(database, id);
	expect(await listProblemsToldBy(database, 'baker')).toEqual([]);
	expect(await findProblemOfLink(database, id, 'baker')).toBeUndefined();
	expect((await findProblemOfLink(database, link, undefined))?.id).toBe(id);
});

test('a student’s problem cannot be tied to an account', async () => {
	const { id } = await storeVisitorProblem();
	await database.update(problem).set({ source: 'student' }).where(eq(problem.id, id));
	expect(await tieProblemToAccount(database, id, 'baker')).toBe(false);
});

test('the token of a private link is found in pasted text', () => {
	const token = '0123456789abcdef'.repeat(3);
	for (const text of [token, `https://braise.example/fr/follow/${token}`, ` Mon lien : /en/follow/${token}?x=1\n`])
		expect(findPrivateLinkToken(text)).toBe(token);
	for (const text of ['', 'follow', token.slice(1), `${token}0`]) expect(findPrivateLinkToken(text)).toBeUndefined();
});

test('only applicants, teachers, partners and curators may tie a problem to their account', () => {
	expect(ROLES.filter((role) => isActionAllowed(role, 'problem.keep'))).toEqual([
		'applicant',
		'teacher',
		'partner',
		'curator'
	]);
	expect(isActionAllowed('visitor', 'problem.keep')).toBe(false);
});
