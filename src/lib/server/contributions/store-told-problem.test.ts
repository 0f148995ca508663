/** Tests what happens to a problem that its contributor sends again because the server's answer was lost. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { EMPTY_PROBLEM_CARD } from '#lib/domain/problem-card.ts';
import { addDays } from '#lib/domain/school-class.ts';
import type { SentProblem } from '#lib/wire/contribution.ts';
import { hashLinkToken } from '#lib/server/auth/one-time-link.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import { account, problem } from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { actOnProblem } from './act-on-problem.ts';
import { createProblemInvitation, PROBLEM_INVITATION_DAYS } from './invitations.ts';
import { storeToldProblem } from './store-told-problem.ts';
import { mailContributorNews, storeContributorNews } from './contributor-mail.ts';

const NOW = new Date('2026-11-24T10:00:00Z');
const PRIVATE_LINK = 'b1'.repeat(24);
const TOLD_RESULT = { kind: 'told', link: PRIVATE_LINK };
const SENT_PROBLEM: SentProblem = {
	format: 1,
	invitation: null,
	classId: null,
	language: 'fr',
	trade: 'food',
	place: 'Brest',
	name: 'Annick',
	contact: 'anick@four.example',
	card: { ...EMPTY_PROBLEM_CARD, wrong: 'Il reste du pain.', whom: 'Pour ceux qui le jettent.', rule: 'Comme avant.' },
	link: PRIVATE_LINK
};
const CORRECTED_FIELDS = { trade: 'other', place: 'Quimper', contact: 'annick@four.example' } as const;
const FIELDS_WITH_OTHER_CONTACT = { ...CORRECTED_FIELDS, contact: 'other@four.example' };

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;

	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		({ database } = connection);
		await database
			.insert(account)
			.values({ id: 'teacher', role: 'teacher', name: 'M. Le Goff', email: 'le-goff@ecole.example' });
	});
	afterAll(() => connection.close());
	beforeEach(() => database.delete(problem));

	const sendProblem = (sent: Partial<SentProblem> = {}, now = NOW) =>
		storeToldProblem(database, { ...SENT_PROBLEM, ...sent }, null, now);
	async function readStoredProblem() {
		const [row, ...others] = await database
			.select()
			.from(problem)
			.where(eq(problem.tokenHash, hashLinkToken(PRIVATE_LINK)));
		if (row === undefined || others.length > 0) throw new Error('There is not one problem.');
		return row;
	}

	test('a corrected problem that is sent again replaces the stored fields', async () => {
		await sendProblem();
		const { id } = await readStoredProblem();
		expect(await sendProblem({ ...CORRECTED_FIELDS, name: 'Anne' })).toEqual(TOLD_RESULT);
		expect(await readStoredProblem()).toMatchObject({ id, ...CORRECTED_FIELDS, contributorName: 'Anne' });
	});

	test('a problem sent twice at the same moment is stored once', async () => {
		expect(await Promise.all([sendProblem(), sendProblem()])).toEqual([TOLD_RESULT, TOLD_RESULT]);
		expect(await readStoredProblem()).toMatchObject({ contact: SENT_PROBLEM.contact });
	});

	test('a problem sent again changes nothing once a mail was sent to the teller', async () => {
		await sendProblem(CORRECTED_FIELDS);
		const { id } = await readStoredProblem();
		await storeContributorNews(database, id, 'question', NOW);
		await mailContributorNews(database, id, () => Promise.resolve(), NOW);
		expect(await sendProblem(FIELDS_WITH_OTHER_CONTACT)).toEqual(TOLD_RESULT);
		expect(await readStoredProblem()).toMatchObject(CORRECTED_FIELDS);
	});

	test('a problem sent again changes nothing once somebody has claimed it', async () => {
		await sendProblem(CORRECTED_FIELDS);
		const { id } = await readStoredProblem();
		await actOnProblem(database, id, { act: { kind: 'let-in' }, by: null }, NOW);
		await actOnProblem(database, id, { act: { kind: 'claim', by: 'teacher', classId: null }, by: 'teacher' }, NOW);
		expect(await sendProblem(FIELDS_WITH_OTHER_CONTACT)).toEqual(TOLD_RESULT);
		expect(await readStoredProblem()).toMatchObject({ state: 'claimed', ...CORRECTED_FIELDS });
	});

	test('a stored problem that is sent again is accepted although its invitation has ended since', async () => {
		const invitation = (await createProblemInvitation(database, { by: 'teacher', classId: null }, NOW)) ?? '';
		const afterEnd = addDays(NOW, PROBLEM_INVITATION_DAYS + 1);
		expect(await sendProblem({ invitation })).toEqual(TOLD_RESULT);
		expect(await sendProblem({ invitation }, afterEnd)).toEqual(TOLD_RESULT);
		expect(await sendProblem({ invitation, link: null }, afterEnd)).toEqual({ kind: 'refused', reason: 'link-over' });
	});

	test('a stored problem that is sent again is accepted although too many problems wait', async () => {
		await sendProblem();
		const row = await readStoredProblem();
		await database
			.insert(problem)
			.values(Array.from({ length: 300 }, (_, at) => ({ ...row, id: `crowd-${at}`, tokenHash: null })));
		expect(await sendProblem()).toEqual(TOLD_RESULT);
		expect(await sendProblem({ link: null })).toEqual({ kind: 'refused', reason: 'full' });
	});
});
