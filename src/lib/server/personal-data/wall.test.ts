/** Tests that people can export what they have on walls, and its deletion with their account or the class. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addDays } from '#lib/domain/school-class.ts';
import { storeTestClass, type TestStudent } from '#lib/server/assignments/testing.ts';
import { archiveClass } from '#lib/server/classes/classes.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import { exhibit, wallSentence } from '#lib/server/db/schema/index.ts';
import { createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { decideWallItemVisibility, reportExhibitOrSentence, setWallOpen } from '#lib/server/wall/reports.ts';
import { createExhibitLink, setExhibitLinksOpen } from '#lib/server/wall/exhibit-links.ts';
import { putUpPortfolio } from '#lib/server/wall/put-up-portfolio.ts';
import { putUpProject } from '#lib/server/wall/put-up-project.ts';
import { storeWallSentence } from '#lib/server/wall/sentences.ts';
import { storeTestProject, TEST_COVER } from '#lib/server/wall/testing.ts';
import { gatherPersonalData } from './gather-personal-data.ts';
import { summarisePersonalData } from './overview.ts';
import { removePerson } from './remove-person.ts';
import { deleteExpiredData } from './retention.ts';

const NOW = new Date('2026-11-28T10:00:00Z');
const UNSET_STUDENT: TestStudent = { account: '', member: '' };
let connection: Connection;
let database: Database;
let classId: string;
let teacher: string;
let [lou, noor] = [UNSET_STUDENT, UNSET_STUDENT];

beforeAll(async () => {
	connection = await createFreshDatabase('pglite');
	({ database } = connection);
});
afterAll(() => connection.close());
beforeEach(async () => {
	const testClass = await storeTestClass(database, ['Loup', 'Hibou']);
	({ id: classId, teacher } = testClass);
	[lou = UNSET_STUDENT, noor = UNSET_STUDENT] = testClass.students;
	await setWallOpen(database, classId, true);
	const { work, version } = await storeTestProject(database, [lou.account]);
	const putUpResult = await putUpProject(
		database,
		{ account: lou.account, classId, workId: work },
		{ version, question: 'Clair ?', cover: TEST_COVER }
	);
	if (putUpResult.kind !== 'put-up') throw new Error(putUpResult.reason);
	await storeWallSentence(database, classId, putUpResult.exhibit, { account: noor.account, isTeacher: false }, 'Oui.');
	await storeWallSentence(database, classId, putUpResult.exhibit, { account: teacher, isTeacher: true }, 'Très.');
	await putUpPortfolio(database, { account: lou.account, classId }, [
		{ work, version, sentence: 'Mon essai.', cover: TEST_COVER }
	]);
	await setExhibitLinksOpen(database, classId, true);
	await createExhibitLink(database, lou.account, { classId, exhibit: putUpResult.exhibit }, NOW);
	await reportExhibitOrSentence(database, noor.account, { classId, exhibit: putUpResult.exhibit, sentence: null });
});

const gatherData = (account: string) => gatherPersonalData(database, account, NOW);

test('a person’s data has their exhibits, sentences and reports, but not who reported their exhibit', async () => {
	const personalData = await gatherData(lou.account);
	expect(personalData.exhibits).toMatchObject([
		{
			title: 'Ronds',
			question: 'Clair ?',
			files: { 'main.ts': 'circle(1, 2, 3);' },
			visibility: 'reported',
			linkedAt: NOW,
			licence: null
		}
	]);
	expect(personalData.exhibits[0]?.link).toMatch(/^[0-9a-f]{48}$/);
	expect(personalData.portfolios).toMatchObject([
		{ visibility: 'shown', works: [{ title: 'Ronds', sentence: 'Mon essai.' }] }
	]);
	expect(personalData.wallSentences).toEqual([]);
	expect(JSON.stringify(personalData)).not.toContain(noor.member);
	expect(summarisePersonalData(personalData, 'fr')).toMatchObject({
		exhibits: [{ title: 'Ronds', isShown: false, hasLink: true }],
		portfolios: [{ works: 1, isShown: true }],
		wallReports: []
	});

	const writerData = await gatherData(noor.account);
	expect(writerData).toMatchObject({ exhibits: [], wallSentences: [{ text: 'Oui.', title: 'Ronds' }] });
	expect(writerData.wallReports).toHaveLength(1);
	expect((await gatherData(teacher)).wallSentences).toMatchObject([{ text: 'Très.' }]);
});

test('the author of a sentence reads in their data whether the class still sees it', async () => {
	const [sentence] = await database
		.select({ id: wallSentence.id, exhibit: wallSentence.exhibitId })
		.from(wallSentence)
		.where(eq(wallSentence.accountId, noor.account));
	const summarisedSentencesOf = async (account: string) =>
		summarisePersonalData(await gatherData(account), 'fr').wallSentences.map(({ text, isShown }) => [text, isShown]);
	expect(await summarisedSentencesOf(noor.account)).toEqual([['Oui.', true]]);
	const place = { classId, exhibit: sentence?.exhibit ?? '', sentence: sentence?.id ?? '' };
	expect(await reportExhibitOrSentence(database, lou.account, place)).toBe(true);
	expect(await summarisedSentencesOf(noor.account)).toEqual([['Oui.', false]]);
	await decideWallItemVisibility(database, place, 'hide');
	expect(await summarisedSentencesOf(noor.account)).toEqual([['Oui.', false]]);
	expect(await summarisedSentencesOf(teacher)).toEqual([['Très.', true]]);
});

test('a remix’s author reads in their data which exhibit is the original, not whose it is', async () => {
	const [original] = await database.select({ id: exhibit.id }).from(exhibit).where(eq(exhibit.classId, classId));
	const remixOf = { classId, exhibit: original?.id ?? '' };
	const { work, version } = await storeTestProject(database, [noor.account], { 'main.ts': '' }, 'Ovales', remixOf);
	const workPlace = { account: noor.account, classId, workId: work };
	await putUpProject(database, workPlace, { version, question: '', cover: null });
	const personalData = await gatherData(noor.account);
	expect(personalData).toMatchObject({
		exhibits: [{ title: 'Ovales', remixOf: remixOf.exhibit }],
		works: [{ versions: [{ project: { remixOf } }] }]
	});
	expect(JSON.stringify(personalData)).not.toContain('Loup');
	expect(summarisePersonalData(personalData, 'fr')).toMatchObject({ exhibits: [{ title: 'Ovales', isRemix: true }] });
	expect(summarisePersonalData(await gatherData(lou.account), 'fr')).toMatchObject({ exhibits: [{ isRemix: false }] });
});

test('deleting a classmate’s account leaves an exhibit, and deleting the class deletes the whole wall', async () => {
	await removePerson(database, noor.account, NOW);
	expect((await gatherData(lou.account)).exhibits).toHaveLength(1);
	await archiveClass(database, classId, NOW);
	await deleteExpiredData(database, addDays(NOW, 365));
	expect((await gatherData(lou.account)).exhibits).toEqual([]);
	expect((await gatherData(lou.account)).portfolios).toEqual([]);
	expect(await database.select().from(wallSentence).where(eq(wallSentence.accountId, teacher))).toEqual([]);
});
