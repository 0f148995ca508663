/** Tests sentences about exhibits, reports, and what a teacher decides, on both database engines. */
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
import { ENGINES_OF_THIS_RUN, freshDatabase } from '#lib/server/db/testing/fresh.ts';
import { removePerson } from '#lib/server/personal-data/remove.ts';
import { decideExhibitOrSentence, exhibitsToDecide, reportExhibitOrSentence, setWallOpen } from './decide.ts';
import { putUpProject } from './put-up.ts';
import { removeSentence, writeSentence } from './sentences.ts';
import { storeTestProject, type TestProject } from './testing.ts';
import { readExhibit, listExhibits } from './wall-queries.ts';

const NOW = new Date('2026-11-28T10:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const NOBODY: TestStudent = { account: '', member: '' };

describe.each(ENGINES_OF_THIS_RUN)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let classId: string;
	let teacher: string;
	let [lou, noor, max] = [NOBODY, NOBODY, NOBODY];
	let project: TestProject;
	let id: string;

	beforeAll(async () => {
		connection = await freshDatabase(engine);
		({ database } = connection);
	});
	afterAll(() => connection.close());
	beforeEach(async () => {
		const testClass = await storeTestClass(database, ['Loup', 'Hibou', 'Renard']);
		({ id: classId, teacher } = testClass);
		[lou = NOBODY, noor = NOBODY, max = NOBODY] = testClass.students;
		await setWallOpen(database, classId, true);
		project = await storeTestProject(database, [lou.account]);
		id = await hang('On comprend ?', NOW);
	});

	async function hang(question: string, at: Date): Promise<string> {
		const place = { account: lou.account, classId, work: project.work };
		const sentExhibit = { version: project.version, question, cover: null };
		const result = await putUpProject(database, place, sentExhibit, undefined, at);
		if (result.kind !== 'put-up') throw new Error(result.reason);
		return result.exhibit;
	}
	const reads = (account: string) => ({ account, isTeacher: account === teacher });
	const write = (account: string, text: string, at = later(1)) =>
		writeSentence(database, classId, id, reads(account), text, at);
	const seenBy = async (account: string) => (await readExhibit(database, classId, id, reads(account)))?.sentences ?? [];
	const textsFor = async (account: string) => (await seenBy(account)).map(({ writer, text }) => `${writer}: ${text}`);
	async function sentenceId(account: string): Promise<string> {
		const [row] = await database.select().from(wallSentence).where(eq(wallSentence.accountId, account));
		return row?.id ?? '';
	}
	const about = (sentence: string | null) => ({ classId, exhibit: id, sentence });

	test('one sentence a person, changeable and removable, by the class and its teacher', async () => {
		expect(await write(noor.account, 'Oui.')).toBe('kept');
		expect(await write(noor.account, 'Oui, sauf la fin.', later(2))).toBe('kept');
		expect(await write(teacher, 'Très clair.', later(3))).toBe('kept');
		expect(await textsFor(lou.account)).toEqual(['Hibou: Oui, sauf la fin.', `${teacher}: Très clair.`]);
		await hang('Et maintenant ?', later(4));
		expect((await seenBy(max.account)).map(({ isEarlier }) => isEarlier)).toEqual([true, true]);
		await removeSentence(database, classId, id, noor.account);
		expect(await textsFor(max.account)).toEqual([`${teacher}: Très clair.`]);
	});

	test('nobody writes about their own, where nothing is asked, or about what they do not see', async () => {
		expect(await write(lou.account, 'Bravo moi.')).toBe('unasked');
		await decideExhibitOrSentence(database, about(null), 'hide');
		expect(await write(noor.account, 'Je le vois encore ?')).toBe('absent');
		await decideExhibitOrSentence(database, about(null), 'show');
		await hang('', later(1));
		expect(await write(noor.account, 'Sans question.')).toBe('unasked');
		await hang('On comprend ?', later(2));
		await setWallOpen(database, classId, false);
		expect(await write(noor.account, 'Mur fermé.')).toBe('closed');
		const { id: elsewhere } = await storeTestClass(database);
		expect(await writeSentence(database, elsewhere, id, reads(noor.account), 'Ailleurs.')).toBe('absent');
	});

	test('a report hides at once, until the teacher decides; then it cannot hide it again', async () => {
		expect(await exhibitsToDecide(database, [classId])).toEqual([]);
		expect(await reportExhibitOrSentence(database, lou.account, about(null)), 'one’s own').toBe(false);
		expect(await reportExhibitOrSentence(database, noor.account, about(null))).toBe(true);
		expect(await listExhibits(database, classId, reads(max.account))).toEqual([]);
		expect(await exhibitsToDecide(database, [classId])).toEqual([{ classId, exhibit: id }]);
		expect(await readExhibit(database, classId, id, reads(teacher))).toMatchObject({
			visibility: 'reported',
			reportedBy: 'Hibou'
		});
		expect((await readExhibit(database, classId, id, reads(lou.account)))?.reportedBy).toBeNull();
		await decideExhibitOrSentence(database, about(null), 'show');
		expect(await reportExhibitOrSentence(database, max.account, about(null)), 'decided').toBe(false);
		const [row] = await database.select().from(exhibit).where(eq(exhibit.id, id));
		expect(row).toMatchObject({ visibility: 'shown', reportedBy: null });
		await hang('Un autre ?', later(9));
		expect(await reportExhibitOrSentence(database, max.account, about(null)), 'another copy').toBe(true);
	});

	test('a sentence is reported and decided by itself, and stays hidden when its text changes', async () => {
		await write(noor.account, 'Méchant.');
		await write(teacher, 'Attention.', later(2));
		const sentence = await sentenceId(noor.account);
		expect(await reportExhibitOrSentence(database, noor.account, about(sentence)), 'one’s own').toBe(false);
		expect(await reportExhibitOrSentence(database, lou.account, about(await sentenceId(teacher))), 'a teacher’s').toBe(
			false
		);
		expect(await reportExhibitOrSentence(database, lou.account, about(sentence))).toBe(true);
		await write(noor.account, 'Plus méchant.', later(3));
		expect(await textsFor(lou.account)).toEqual([`${teacher}: Attention.`]);
		expect((await seenBy(noor.account)).at(-1)).toMatchObject({
			visibility: 'reported',
			isOwn: true,
			reportedBy: null
		});
		expect((await seenBy(teacher)).at(-1)).toMatchObject({ visibility: 'reported', reportedBy: 'Loup' });
		await decideExhibitOrSentence(database, about(sentence), 'show');
		expect(await reportExhibitOrSentence(database, max.account, about(sentence)), 'decided').toBe(false);
		await write(noor.account, 'Autre chose.', later(4));
		expect(await reportExhibitOrSentence(database, max.account, about(sentence)), 'changed').toBe(true);
		await decideExhibitOrSentence(database, about(sentence), 'hide');
		expect(await textsFor(max.account)).toEqual([`${teacher}: Attention.`]);
	});

	test('a stranger to the class reports and decides nothing', async () => {
		const other = await storeTestClass(database, ['Loup']);
		expect(await reportExhibitOrSentence(database, other.students[0]?.account ?? '', about(null))).toBe(false);
		await decideExhibitOrSentence(database, { ...about(null), classId: other.id }, 'hide');
		expect(await listExhibits(database, classId, reads(noor.account))).toHaveLength(1);
	});

	test('who leaves the class or is erased takes their sentences along', async () => {
		await write(noor.account, 'Je pars.');
		await write(max.account, 'Moi aussi.', later(2));
		await removeStudent(database, classId, noor.member, NOW);
		expect(await textsFor(lou.account)).toEqual(['Renard: Moi aussi.']);
		await removePerson(database, max.account, NOW);
		expect(await textsFor(lou.account)).toEqual([]);

		const colleague = await storeTestPerson(database, 'teacher');
		await addTeacher(database, classId, `${colleague}@ecole.example`);
		await writeSentence(database, classId, id, { account: colleague, isTeacher: true }, 'Bien.', later(3));
		await removeTeacher(database, { classId, teacher: colleague, by: teacher }, NOW);
		expect(await textsFor(lou.account)).toEqual([]);
	});

	test('a reporter who leaves is forgotten, and what they reported stays hidden', async () => {
		const leaver = await storeTestStudent(database, classId, await storeTestPerson(database, 'student'), 'Lynx');
		await reportExhibitOrSentence(database, leaver.account, about(null));
		await removeStudent(database, classId, leaver.member, NOW);
		expect(await readExhibit(database, classId, id, reads(teacher))).toMatchObject({
			visibility: 'reported',
			reportedBy: null
		});
	});
});
