/** Tests sentences about exhibits, reports, and a teacher's decisions, on both database engines. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
	storeTestClass,
	storeTestPerson,
	storeTestStudent,
	type TestStudent
} from '#lib/server/assignments/testing.ts';
import { removeStudent } from '#lib/server/classes/removal.ts';
import { addTeacher, removeTeacher } from '#lib/server/classes/teachers.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import { exhibit, wallSentence } from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { removePerson } from '#lib/server/personal-data/remove-person.ts';
import { decideWallItemVisibility, listExhibitsToDecide, reportExhibitOrSentence, setWallOpen } from './reports.ts';
import { putUpProject } from './put-up-project.ts';
import { removeWallSentence, storeWallSentence } from './sentences.ts';
import { storeTestProject, type TestProject } from './testing.ts';
import { readExhibit, listExhibits } from './wall-queries.ts';

const NOW = new Date('2026-11-28T10:00:00Z');
const secondsLater = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const UNSET_STUDENT: TestStudent = { account: '', member: '' };

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let classId: string;
	let teacher: string;
	let [lou, noor, maxStudent] = [UNSET_STUDENT, UNSET_STUDENT, UNSET_STUDENT];
	let project: TestProject;
	let id: string;

	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		({ database } = connection);
	});
	afterAll(() => connection.close());
	beforeEach(async () => {
		const testClass = await storeTestClass(database, ['Loup', 'Hibou', 'Renard']);
		({ id: classId, teacher } = testClass);
		[lou = UNSET_STUDENT, noor = UNSET_STUDENT, maxStudent = UNSET_STUDENT] = testClass.students;
		await setWallOpen(database, classId, true);
		project = await storeTestProject(database, [lou.account]);
		id = await createTestExhibit('On comprend ?', NOW);
	});

	async function createTestExhibit(question: string, at: Date): Promise<string> {
		const place = { account: lou.account, classId, workId: project.work };
		const sentExhibit = { version: project.version, question, cover: null };
		const result = await putUpProject(database, place, sentExhibit, undefined, at);
		if (result.kind !== 'put-up') throw new Error(result.reason);
		return result.exhibit;
	}
	const createWallReader = (account: string) => ({ account, isTeacher: account === teacher });
	const writeTestSentence = (account: string, text: string, at = secondsLater(1)) =>
		storeWallSentence(database, classId, id, createWallReader(account), text, at);
	const listSentencesFor = async (account: string) =>
		(await readExhibit(database, classId, id, createWallReader(account)))?.sentences ?? [];
	const listSentenceTextsFor = async (account: string) =>
		(await listSentencesFor(account)).map(({ writer, text }) => `${writer}: ${text}`);
	async function findSentenceId(account: string): Promise<string> {
		const [row] = await database.select().from(wallSentence).where(eq(wallSentence.accountId, account));
		return row?.id ?? '';
	}
	const placeOfSentence = (sentence: string | null) => ({ classId, exhibit: id, sentence });

	test('students and teachers of the class write one sentence each, and can change and remove it', async () => {
		expect(await writeTestSentence(noor.account, 'Oui.')).toBe('kept');
		expect(await writeTestSentence(noor.account, 'Oui, sauf la fin.', secondsLater(2))).toBe('kept');
		expect(await writeTestSentence(teacher, 'Très clair.', secondsLater(3))).toBe('kept');
		expect(await listSentenceTextsFor(lou.account)).toEqual(['Hibou: Oui, sauf la fin.', `${teacher}: Très clair.`]);
		await createTestExhibit('Et maintenant ?', secondsLater(4));
		expect((await listSentencesFor(maxStudent.account)).map(({ isEarlier }) => isEarlier)).toEqual([true, true]);
		await removeWallSentence(database, classId, id, noor.account);
		expect(await listSentenceTextsFor(maxStudent.account)).toEqual([`${teacher}: Très clair.`]);
	});

	test('a sentence is refused on an own or hidden exhibit, without a question, or on a closed wall', async () => {
		expect(await writeTestSentence(lou.account, 'Bravo moi.')).toBe('unasked');
		await decideWallItemVisibility(database, placeOfSentence(null), 'hide');
		expect(await writeTestSentence(noor.account, 'Je le vois encore ?')).toBe('absent');
		await decideWallItemVisibility(database, placeOfSentence(null), 'show');
		await createTestExhibit('', secondsLater(1));
		expect(await writeTestSentence(noor.account, 'Sans question.')).toBe('unasked');
		await createTestExhibit('On comprend ?', secondsLater(2));
		await setWallOpen(database, classId, false);
		expect(await writeTestSentence(noor.account, 'Mur fermé.')).toBe('closed');
		const { id: otherClassId } = await storeTestClass(database);
		expect(await storeWallSentence(database, otherClassId, id, createWallReader(noor.account), 'Ailleurs.')).toBe(
			'absent'
		);
	});

	test('a report hides an exhibit until the teacher decides; that copy cannot be reported again', async () => {
		expect(await listExhibitsToDecide(database, [classId])).toEqual([]);
		expect(await reportExhibitOrSentence(database, lou.account, placeOfSentence(null)), 'one’s own').toBe(false);
		expect(await reportExhibitOrSentence(database, noor.account, placeOfSentence(null))).toBe(true);
		expect(await listExhibits(database, classId, createWallReader(maxStudent.account))).toEqual([]);
		expect(await listExhibitsToDecide(database, [classId])).toEqual([{ classId, exhibit: id }]);
		expect(await readExhibit(database, classId, id, createWallReader(teacher))).toMatchObject({
			visibility: 'reported',
			reportedBy: 'Hibou'
		});
		expect((await readExhibit(database, classId, id, createWallReader(lou.account)))?.reportedBy).toBeNull();
		await decideWallItemVisibility(database, placeOfSentence(null), 'show');
		expect(await reportExhibitOrSentence(database, maxStudent.account, placeOfSentence(null)), 'decided').toBe(false);
		const [row] = await database.select().from(exhibit).where(eq(exhibit.id, id));
		expect(row).toMatchObject({ visibility: 'shown', reportedBy: null });
		await createTestExhibit('Un autre ?', secondsLater(9));
		expect(await reportExhibitOrSentence(database, maxStudent.account, placeOfSentence(null)), 'another copy').toBe(
			true
		);
	});

	test('a reported sentence is hidden until the teacher decides, even when its text changes', async () => {
		await writeTestSentence(noor.account, 'Méchant.');
		await writeTestSentence(teacher, 'Attention.', secondsLater(2));
		const noorsSentenceId = await findSentenceId(noor.account);
		expect(await reportExhibitOrSentence(database, noor.account, placeOfSentence(noorsSentenceId)), 'one’s own').toBe(
			false
		);
		expect(
			await reportExhibitOrSentence(database, lou.account, placeOfSentence(await findSentenceId(teacher))),
			'a teacher’s'
		).toBe(false);
		expect(await reportExhibitOrSentence(database, lou.account, placeOfSentence(noorsSentenceId))).toBe(true);
		await writeTestSentence(noor.account, 'Plus méchant.', secondsLater(3));
		expect(await listSentenceTextsFor(lou.account)).toEqual([`${teacher}: Attention.`]);
		expect((await listSentencesFor(noor.account)).at(-1)).toMatchObject({
			visibility: 'reported',
			isOwn: true,
			reportedBy: null
		});
		expect((await listSentencesFor(teacher)).at(-1)).toMatchObject({ visibility: 'reported', reportedBy: 'Loup' });
		await decideWallItemVisibility(database, placeOfSentence(noorsSentenceId), 'show');
		expect(
			await reportExhibitOrSentence(database, maxStudent.account, placeOfSentence(noorsSentenceId)),
			'decided'
		).toBe(false);
		await writeTestSentence(noor.account, 'Autre chose.', secondsLater(4));
		expect(
			await reportExhibitOrSentence(database, maxStudent.account, placeOfSentence(noorsSentenceId)),
			'changed'
		).toBe(true);
		await decideWallItemVisibility(database, placeOfSentence(noorsSentenceId), 'hide');
		expect(await listSentenceTextsFor(maxStudent.account)).toEqual([`${teacher}: Attention.`]);
	});

	test('people outside the class cannot report an exhibit or decide about it', async () => {
		const otherClass = await storeTestClass(database, ['Loup']);
		expect(await reportExhibitOrSentence(database, otherClass.students[0]?.account ?? '', placeOfSentence(null))).toBe(
			false
		);
		await decideWallItemVisibility(database, { ...placeOfSentence(null), classId: otherClass.id }, 'hide');
		expect(await listExhibits(database, classId, createWallReader(noor.account))).toHaveLength(1);
	});

	test('sentences are deleted when their writer leaves the class or the writer’s account is deleted', async () => {
		await writeTestSentence(noor.account, 'Je pars.');
		await writeTestSentence(maxStudent.account, 'Moi aussi.', secondsLater(2));
		await removeStudent(database, classId, noor.member, NOW);
		expect(await listSentenceTextsFor(lou.account)).toEqual(['Renard: Moi aussi.']);
		await removePerson(database, maxStudent.account, NOW);
		expect(await listSentenceTextsFor(lou.account)).toEqual([]);

		const colleague = await storeTestPerson(database, 'teacher');
		await addTeacher(database, classId, `${colleague}@ecole.example`);
		await storeWallSentence(database, classId, id, { account: colleague, isTeacher: true }, 'Bien.', secondsLater(3));
		await removeTeacher(database, { classId, teacher: colleague, by: teacher }, NOW);
		expect(await listSentenceTextsFor(lou.account)).toEqual([]);
	});

	test('a report stays, without the reporter’s name, after the reporter leaves the class', async () => {
		const leavingStudent = await storeTestStudent(
			database,
			classId,
			await storeTestPerson(database, 'student'),
			'Lynx'
		);
		await reportExhibitOrSentence(database, leavingStudent.account, placeOfSentence(null));
		await removeStudent(database, classId, leavingStudent.member, NOW);
		expect(await readExhibit(database, classId, id, createWallReader(teacher))).toMatchObject({
			visibility: 'reported',
			reportedBy: null
		});
	});
});
