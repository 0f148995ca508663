/** Tests when a contributor gets mail about their problem, and that the mail contains nothing which anybody wrote. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EMPTY_PROBLEM_CARD } from '#lib/domain/problem-card.ts';
import { CONTRIBUTOR_CONTACT_KEPT_DAYS } from '#lib/domain/problem-state.ts';
import { addDays } from '#lib/domain/school-class.ts';
import { hashLinkToken } from '#lib/server/auth/one-time-link.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import { problem, contributorMail } from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import type { Mail } from '#lib/server/mail/transport.ts';
import { eraseContributorContact } from './told-problem.ts';
import { applyProblemDeadlines } from './retention.ts';
import {
	findProblemsWithLostNews,
	recordMailFailure,
	findMailFailureDate,
	mailContributorNews,
	ContributorMailDelayed,
	storeContributorNews
} from './contributor-mail.ts';
import { storeToldProblem } from './store-told-problem.ts';

const NOW = new Date('2026-11-24T10:00:00Z');
const timeAfterMinutes = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const PROBLEM_CARD = {
	...EMPTY_PROBLEM_CARD,
	wrong: 'Il reste du pain.',
	whom: 'Pour ceux qui le jettent.',
	rule: 'Comme avant.'
};

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let mails: Mail[] = [];
	const collectMail = (mail: Mail) => Promise.resolve(void mails.push(mail));

	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		({ database } = connection);
	});
	afterAll(() => connection.close());

	async function tellProblem(contact = 'annick@four.example', language: 'fr' | 'en' = 'fr') {
		mails = [];
		const sentFields = {
			format: 1,
			language,
			trade: 'food',
			place: '',
			name: 'Annick',
			contact,
			card: PROBLEM_CARD
		} as const;
		const result = await storeToldProblem(database, { ...sentFields, invitation: null, classId: null }, null, NOW);
		const link = result.kind === 'told' ? (result.link ?? '') : '';
		const [row] = await database
			.select()
			.from(problem)
			.where(eq(problem.tokenHash, hashLinkToken(link)));
		return { id: row?.id ?? '', link };
	}
	const storeNews = (id: string, news: Parameters<typeof storeContributorNews>[2], now = NOW) =>
		storeContributorNews(database, id, news, now);
	const mailNews = (id: string, now = NOW) => mailContributorNews(database, id, collectMail, now);
	const createFailingSend = (error: unknown) => () => Promise.reject(error as Error);

	test('a mail to a teller says what happened and where to read it, and quotes nothing people wrote', async () => {
		const { id, link } = await tellProblem();
		expect(await storeNews(id, 'claim')).toBe(0);
		expect(await mailNews(id)).toBe(0);
		expect(mails).toHaveLength(1);
		expect(mails[0]).toMatchObject({ to: 'annick@four.example', subject: expect.stringContaining('Braise') as string });
		expect(mails[0]?.text).toContain('a pris votre problème');
		expect(mails[0]?.text).toContain('24 novembre 2026');
		expect(mails[0]?.text).toContain('/fr/follow/');
		for (const text of [link, id, PROBLEM_CARD.wrong, PROBLEM_CARD.whom, 'Annick'])
			expect(mails[0]?.text).not.toContain(text);
		expect(await mailNews(id)).toBe(0);
		expect(mails, 'nothing is told twice').toHaveLength(1);
		const englishProblem = await tellProblem('annick@four.example', 'en');
		await storeNews(englishProblem.id, 'summary');
		await mailNews(englishProblem.id);
		expect(mails[0]?.text).toContain('A class has debated');
		expect(mails[0]?.text).toContain('/en/follow/');
	});

	test('news within an hour of a mail is collected and sent in one mail', async () => {
		const { id } = await tellProblem();
		await storeNews(id, 'claim');
		await mailNews(id);
		expect(await storeNews(id, 'question', timeAfterMinutes(10))).toBe(50 * 60);
		expect(await storeNews(id, 'shown', timeAfterMinutes(20))).toBe(40 * 60);
		await storeNews(id, 'question', timeAfterMinutes(30));
		expect(await mailNews(id, timeAfterMinutes(59))).toBe(60);
		expect(mails).toHaveLength(1);
		await mailNews(id, timeAfterMinutes(60));
		expect(mails).toHaveLength(2);
		expect(mails[1]?.text.match(/^- /gm)).toHaveLength(2);
	});

	test('no mail is sent without exactly one address, for a student’s problem, or after erasing the contact', async () => {
		for (const contact of ['', '02 98 00 00 00', 'a@four.example b@four.example'])
			expect(await storeNews((await tellProblem(contact)).id, 'claim'), contact).toBeUndefined();
		const classProblem = await tellProblem();
		await database.update(problem).set({ source: 'student' }).where(eq(problem.id, classProblem.id));
		expect(await storeNews(classProblem.id, 'claim')).toBeUndefined();

		const erasedProblem = await tellProblem();
		await storeNews(erasedProblem.id, 'claim');
		await eraseContributorContact(database, erasedProblem.id);
		await mailNews(erasedProblem.id);
		expect(await storeNews(erasedProblem.id, 'question')).toBeUndefined();
		const emptiedProblem = await tellProblem();
		await storeNews(emptiedProblem.id, 'claim');
		await database.update(problem).set({ contact: '' }).where(eq(problem.id, emptiedProblem.id));
		await mailNews(emptiedProblem.id);
		expect(mails).toEqual([]);
		const rows = await database.select().from(contributorMail);
		expect(rows.filter(({ problemId }) => [erasedProblem.id, emptiedProblem.id].includes(problemId))).toEqual([]);
	});

	test('a mail is sent to the teller’s current contact, not to an earlier one', async () => {
		const { id } = await tellProblem();
		await storeNews(id, 'claim');
		await database.update(problem).set({ contact: 'fournil@four.example' }).where(eq(problem.id, id));
		await mailNews(id);
		expect(mails.map(({ to }) => to)).toEqual(['fournil@four.example']);
	});

	test('a mail that fails throws, and a recorded failure can be read until a mail succeeds', async () => {
		const { id } = await tellProblem();
		await storeNews(id, 'claim');
		await expect(mailContributorNews(database, id, createFailingSend(new Error('no answer')), NOW)).rejects.toThrow(
			'no answer'
		);
		expect(await findMailFailureDate(database, id)).toBeNull();
		await recordMailFailure(database, id, timeAfterMinutes(60));
		expect(await findMailFailureDate(database, id)).toEqual(timeAfterMinutes(60));
		// Waiting news is sent together with the next news.
		await storeNews(id, 'question', timeAfterMinutes(90));
		await mailNews(id, timeAfterMinutes(90));
		expect(mails[0]?.text.match(/^- /gm)).toHaveLength(2);
		expect(await findMailFailureDate(database, id)).toBeNull();
	});

	test('an address that the mail server refuses for good is not tried again', async () => {
		const { id } = await tellProblem();
		await storeNews(id, 'claim');
		const refusal = Object.assign(new Error('nobody here'), { code: 'EENVELOPE', responseCode: 550 });
		expect(await mailContributorNews(database, id, createFailingSend(refusal), NOW)).toBe(0);
		expect(await findMailFailureDate(database, id)).toEqual(NOW);
	});

	test('only one process sends a mail, and news that arrives meanwhile waits for the next mail', async () => {
		const { id } = await tellProblem();
		await storeNews(id, 'claim');
		const sendSlowly = async (one: Mail) => {
			await storeNews(id, 'question');
			await expect(mailNews(id)).rejects.toThrow(ContributorMailDelayed);
			await collectMail(one);
		};
		await mailContributorNews(database, id, sendSlowly, NOW);
		expect(mails).toHaveLength(1);
		await mailNews(id, timeAfterMinutes(60));
		expect(mails[1]?.text).toContain('attendue');
		expect(mails[1]?.text).not.toContain('a pris votre problème');
	});

	test('news that a process never sent is found after three hours, and erased with the contact', async () => {
		const { id } = await tellProblem();
		await storeNews(id, 'claim');
		expect(await findProblemsWithLostNews(database, timeAfterMinutes(170))).not.toContain(id);
		expect(await findProblemsWithLostNews(database, timeAfterMinutes(180))).toContain(id);
		await recordMailFailure(database, id, timeAfterMinutes(200));
		expect(await findProblemsWithLostNews(database, timeAfterMinutes(400))).not.toContain(id);
		await applyProblemDeadlines(database, addDays(NOW, CONTRIBUTOR_CONTACT_KEPT_DAYS));
		expect(await database.select().from(contributorMail).where(eq(contributorMail.problemId, id))).toEqual([]);
	});
});
