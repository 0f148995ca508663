/** Tests portfolios on walls: what is copied, who sees it, and what ends it, on both database engines. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ONE_PIXEL_PNG } from '#lib/domain/own-file/testing.ts';
import type { SentPortfolioWork } from '#lib/wire/portfolio.ts';
import {
	storeTestClass,
	storeTestPerson,
	storeTestStudent,
	type TestStudent
} from '#lib/server/assignments/testing.ts';
import { archiveClass } from '#lib/server/classes/classes.ts';
import { removeStudent } from '#lib/server/classes/removal.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import { portfolio, version, work } from '#lib/server/db/schema/index.ts';
import { ENGINES_OF_THIS_RUN, freshDatabase } from '#lib/server/db/testing/fresh.ts';
import { removePerson } from '#lib/server/personal-data/remove.ts';
import { DEFAULT_ACCOUNT_STORAGE_LIMITS } from '#lib/server/work/limits.ts';
import { usedBytes } from '#lib/server/work/quota.ts';
import { removeWork } from '#lib/server/work/remove.ts';
import { classesWithReports, decideExhibitOrSentence, setWallOpen } from './decide.ts';
import { decidePortfolio, reportPortfolio } from './decide-portfolio.ts';
import { wallsOf } from './own-walls.ts';
import { putUpProject } from './put-up.ts';
import { putUpPortfolio, takeOffPortfolio } from './put-up-portfolio.ts';
import { listPortfolios, readPortfolio, readPortfolioCover } from './portfolio-queries.ts';
import { COVER, storeTestProject, type TestProject } from './testing.ts';

const NOW = new Date('2026-11-28T10:00:00Z');
const NOBODY: TestStudent = { account: '', member: '' };

describe.each(ENGINES_OF_THIS_RUN)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let classId: string;
	let teacher: string;
	let [lou, noor] = [NOBODY, NOBODY];
	let project: TestProject;
	let challenge: TestProject;

	beforeAll(async () => {
		connection = await freshDatabase(engine);
		({ database } = connection);
	});
	afterAll(() => connection.close());
	beforeEach(async () => {
		const testClass = await storeTestClass(database, ['Loup', 'Hibou']);
		({ id: classId, teacher } = testClass);
		[lou = NOBODY, noor = NOBODY] = testClass.students;
		await setWallOpen(database, classId, true);
		project = await storeTestProject(database, [lou.account]);
		challenge = await storeTestProject(database, [lou.account], { 'main.ts': 'secret();' });
		const pinned = { id: 'horodateur', version: '1', hash: 'h' };
		await database.update(work).set({ kind: 'challenge', challenge: pinned }).where(eq(work.id, challenge.work));
		const decisions = {
			[lou.account]: { option: 'paper', position: 'Rien à garder.' },
			[noor.account]: { option: 'plate', position: 'De Noor.' }
		};
		await database.update(version).set({ decisions, project: null }).where(eq(version.id, challenge.version));
	});

	const makeWork = (one: TestProject, more: Partial<SentPortfolioWork> = {}): SentPortfolioWork => ({
		...one,
		sentence: '',
		cover: null,
		...more
	});
	const put = (works: SentPortfolioWork[], by = lou, limits = DEFAULT_ACCOUNT_STORAGE_LIMITS, at = NOW) =>
		putUpPortfolio(database, { account: by.account, classId }, works, limits, at);
	async function hang(works = [makeWork(challenge), makeWork(project)], by = lou): Promise<string> {
		const result = await put(works, by);
		if (result.kind !== 'portfolio-put-up') throw new Error(result.reason);
		return result.portfolio;
	}
	const reads = (account: string, isTeacher = false) => ({ account, isTeacher });
	const read = (id: string, account: string, isTeacher = false) =>
		readPortfolio(database, { classId, portfolio: id }, reads(account, isTeacher));
	const listMakers = async (account: string, isTeacher = false) =>
		(await listPortfolios(database, classId, reads(account, isTeacher))).map(({ maker }) => maker);

	test('the class sees titles, decisions, sentences and covers in their order, and no program', async () => {
		const id = await hang([
			makeWork(challenge, { sentence: 'Compter, c’est choisir.', cover: COVER }),
			makeWork(project, { cover: COVER })
		]);
		expect(await listMakers(noor.account)).toEqual(['Loup']);
		expect(await listMakers(teacher, true)).toEqual(['Loup']);
		const shownPortfolio = await read(id, noor.account);
		expect(shownPortfolio).toMatchObject({
			maker: 'Loup',
			isOwn: false,
			mayBeReported: true,
			works: [
				{
					work: challenge.work,
					kind: 'challenge',
					challenge: { id: 'horodateur' },
					title: '',
					sentence: 'Compter, c’est choisir.',
					decision: { option: 'paper', position: 'Rien à garder.' },
					// A challenge has its own picture.
					cover: null
				},
				{ work: project.work, kind: 'project', title: 'Ronds', decision: null, cover: 'Un rond.', isPair: false }
			]
		});
		expect(JSON.stringify(shownPortfolio)).not.toMatch(/secret|circle|De Noor/);
		const place = { classId, portfolio: id };
		expect(await readPortfolioCover(database, place, project.work, reads(noor.account))).toEqual(ONE_PIXEL_PNG);
		expect(await readPortfolioCover(database, place, challenge.work, reads(noor.account))).toBeUndefined();
	});

	test('put up again, the copy is replaced and keeps its place; the work goes on without it', async () => {
		const id = await hang();
		const bytes = await usedBytes(database, lou.account);
		expect(bytes).toBeGreaterThan(0);
		expect(await put([makeWork(project)], lou, undefined, new Date(NOW.getTime() + 1))).toEqual({
			kind: 'portfolio-put-up',
			portfolio: id
		});
		expect((await read(id, lou.account))?.works).toHaveLength(1);
		expect(await usedBytes(database, lou.account)).toBeLessThan(bytes);
		expect(await takeOffPortfolio(database, { account: noor.account, classId })).toBe(false);
		expect(await takeOffPortfolio(database, { account: lou.account, classId })).toBe(true);
		expect(await listMakers(lou.account)).toEqual([]);
		expect(await usedBytes(database, lou.account)).toBe(0);
	});

	test('nobody puts up what is not theirs, in a class that is not theirs, or on a closed wall', async () => {
		const theirs = await storeTestProject(database, [noor.account]);
		const folder = await storeTestProject(database, [lou.account]);
		await database.update(work).set({ kind: 'folder' }).where(eq(work.id, folder.work));
		for (const wrong of [
			theirs,
			{ ...project, version: theirs.version },
			{ ...project, version: randomUUID() },
			folder
		])
			expect(await put([makeWork(project), makeWork(wrong)].slice(wrong.work === project.work ? 1 : 0))).toEqual({
				kind: 'refused',
				reason: 'not-saved'
			});
		const { students } = await storeTestClass(database, ['Lynx']);
		const [stranger = NOBODY] = students;
		const far = await storeTestProject(database, [stranger.account]);
		expect(await put([makeWork(far)], stranger)).toEqual({ kind: 'refused', reason: 'absent' });
		await setWallOpen(database, classId, false);
		expect(await put([makeWork(project)])).toEqual({ kind: 'refused', reason: 'closed' });
		await setWallOpen(database, classId, true);
		await hang();
		await archiveClass(database, classId, NOW);
		expect(await put([makeWork(project)])).toEqual({ kind: 'refused', reason: 'closed' });
		expect(await listMakers(noor.account)).toEqual(['Loup']);
	});

	test('it counts in the quota of its student', async () => {
		const full = { ...DEFAULT_ACCOUNT_STORAGE_LIMITS, bytes: 10 };
		expect(await put([makeWork(project)], lou, full)).toEqual({ kind: 'refused', reason: 'account-full' });
		const all = { ...DEFAULT_ACCOUNT_STORAGE_LIMITS, isFull: true };
		expect(await put([makeWork(project)], lou, all)).toEqual({ kind: 'refused', reason: 'server-full' });
	});

	test('a report hides it from the class until the teacher decides, who sees by whom', async () => {
		const id = await hang();
		const place = { classId, portfolio: id };
		expect(await reportPortfolio(database, lou.account, place)).toBe(false);
		expect(await reportPortfolio(database, teacher, place)).toBe(false);
		expect(await reportPortfolio(database, noor.account, place)).toBe(true);
		expect(await classesWithReports(database, [classId])).toEqual([classId]);
		const third = await storeTestStudent(database, classId, await storeTestPerson(database, 'student'), 'Renard');
		expect(await listMakers(third.account)).toEqual([]);
		expect(await read(id, third.account)).toBeUndefined();
		expect(await readPortfolioCover(database, place, project.work, reads(third.account))).toBeUndefined();
		expect(await read(id, lou.account)).toMatchObject({ visibility: 'reported', reportedBy: null });
		expect(await read(id, teacher, true)).toMatchObject({ visibility: 'reported', reportedBy: 'Hibou' });
		// Put up again, it stays hidden.
		await hang();
		expect(await listMakers(third.account)).toEqual([]);
		await decidePortfolio(database, place, 'show');
		expect(await listMakers(third.account)).toEqual(['Loup']);
		expect(await reportPortfolio(database, noor.account, place)).toBe(false);
		expect(await classesWithReports(database, [classId])).toEqual([]);
		await decidePortfolio(database, place, 'hide');
		expect(await listMakers(third.account)).toEqual([]);
		expect(await read(id, teacher, true)).toMatchObject({ reportedBy: null });
	});

	test('a project on the same wall is named for who sees it there', async () => {
		const place = { account: lou.account, classId, work: project.work };
		const putUpResult = await putUpProject(database, place, { version: project.version, question: '', cover: null });
		const exhibit = putUpResult.kind === 'put-up' ? putUpResult.exhibit : '';
		const id = await hang([makeWork(project)]);
		const exhibitFor = async (account: string) => (await read(id, account))?.works[0]?.exhibit;
		expect(await exhibitFor(noor.account)).toBe(exhibit);
		await decideExhibitOrSentence(database, { classId, exhibit, sentence: null }, 'hide');
		expect(await exhibitFor(noor.account)).toBeNull();
		expect(await exhibitFor(lou.account)).toBe(exhibit);
	});

	test('it is found in its own class only, and the student’s walls name it', async () => {
		const id = await hang();
		const { id: elsewhere } = await storeTestClass(database);
		const across = { classId: elsewhere, portfolio: id };
		expect(await readPortfolio(database, across, reads(lou.account))).toBeUndefined();
		expect(await readPortfolioCover(database, across, project.work, reads(lou.account))).toBeUndefined();
		await decidePortfolio(database, across, 'hide');
		expect(await wallsOf(database, lou.account, null)).toMatchObject([
			{ id: classId, portfolio: { id, visibility: 'shown' } }
		]);
		expect(await wallsOf(database, noor.account, null)).toMatchObject([{ portfolio: null }]);
	});

	test('a removed work goes out of it, and it goes with the student, the class or the account', async () => {
		const listPortfolioIds = () =>
			database.select({ id: portfolio.id }).from(portfolio).where(eq(portfolio.classId, classId));
		const both = await storeTestProject(database, [lou.account, noor.account]);
		const id = await hang([makeWork(project), makeWork(both)]);
		expect((await read(id, noor.account))?.works[1]).toMatchObject({ isPair: true });
		await removeWork(database, lou.account, project.work);
		expect((await read(id, noor.account))?.works.map((each) => each.work)).toEqual([both.work]);
		// The other author keeps the work, and it is out of this one's portfolio.
		await removeWork(database, lou.account, both.work);
		expect(await listMakers(noor.account)).toEqual([]);
		await removeStudent(database, classId, lou.member, NOW);
		expect(await listPortfolioIds()).toEqual([]);

		await hang([makeWork(both)], noor);
		expect(await listPortfolioIds()).toHaveLength(1);
		await removePerson(database, noor.account, NOW);
		expect(await listPortfolioIds()).toEqual([]);
	});
});
