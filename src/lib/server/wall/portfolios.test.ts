/** Tests portfolios on walls: what is copied, who sees a portfolio, and when it is removed, on both database engines. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ONE_PIXEL_PNG } from '#lib/domain/own-file/testing.ts';
import type { SentPortfolioWork } from '#lib/wire/wall.ts';
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
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { removePerson } from '#lib/server/personal-data/remove-person.ts';
import { DEFAULT_ACCOUNT_STORAGE_LIMITS, countUsedBytesOfAccount } from '#lib/server/work/quota.ts';
import { storeOwnFile } from '#lib/server/work/own-files.ts';
import { removeWorkForAuthor } from '#lib/server/work/remove-work.ts';
import { listClassesWithWallReports, decideWallItemVisibility, setWallOpen } from './reports.ts';
import {
	decidePortfolioVisibility,
	reportPortfolio,
	putUpPortfolio,
	takePortfolioOffWall
} from './put-up-portfolio.ts';
import { listOwnWalls } from './own-walls.ts';
import { putUpProject } from './put-up-project.ts';
import { listPortfolios, readPortfolio, readPortfolioCover } from './portfolio-queries.ts';
import { TEST_COVER, storeTestProject, type TestProject } from './testing.ts';

const NOW = new Date('2026-11-28T10:00:00Z');
const UNSET_STUDENT: TestStudent = { account: '', member: '' };

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let classId: string;
	let teacher: string;
	let [lou, noor] = [UNSET_STUDENT, UNSET_STUDENT];
	let project: TestProject;
	let challengeWork: TestProject;

	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		({ database } = connection);
	});
	afterAll(() => connection.close());
	beforeEach(async () => {
		const testClass = await storeTestClass(database, ['Loup', 'Hibou']);
		({ id: classId, teacher } = testClass);
		[lou = UNSET_STUDENT, noor = UNSET_STUDENT] = testClass.students;
		await setWallOpen(database, classId, true);
		project = await storeTestProject(database, [lou.account]);
		challengeWork = await storeTestProject(database, [lou.account], { 'main.ts': 'secret();' });
		const pinnedChallenge = { id: 'horodateur', version: '1', hash: 'h' };
		await database
			.update(work)
			.set({ kind: 'challenge', challenge: pinnedChallenge })
			.where(eq(work.id, challengeWork.work));
		const decisions = {
			[lou.account]: { option: 'paper', position: 'Rien à garder.' },
			[noor.account]: { option: 'plate', position: 'De Noor.' }
		};
		await database.update(version).set({ decisions, project: null }).where(eq(version.id, challengeWork.version));
	});

	const createSentPortfolioWork = (one: TestProject, more: Partial<SentPortfolioWork> = {}): SentPortfolioWork => ({
		...one,
		sentence: '',
		cover: null,
		...more
	});
	const putUpTestPortfolio = (
		works: SentPortfolioWork[],
		by = lou,
		limits = DEFAULT_ACCOUNT_STORAGE_LIMITS,
		at = NOW
	) => putUpPortfolio(database, { account: by.account, classId }, works, limits, at);
	async function createTestPortfolio(
		works = [createSentPortfolioWork(challengeWork), createSentPortfolioWork(project)],
		by = lou
	): Promise<string> {
		const result = await putUpTestPortfolio(works, by);
		if (result.kind !== 'portfolio-put-up') throw new Error(result.reason);
		return result.portfolio;
	}
	const createWallReader = (account: string, isTeacher = false) => ({ account, isTeacher });
	const readShownPortfolio = (id: string, account: string, isTeacher = false) =>
		readPortfolio(database, { classId, portfolio: id }, createWallReader(account, isTeacher));
	const listPortfolioMakersFor = async (account: string, isTeacher = false) =>
		(await listPortfolios(database, classId, createWallReader(account, isTeacher))).map(({ maker }) => maker);

	test('the class sees titles, decisions, sentences and covers in their order, and no program', async () => {
		const id = await createTestPortfolio([
			createSentPortfolioWork(challengeWork, { sentence: 'Compter, c’est choisir.', cover: TEST_COVER }),
			createSentPortfolioWork(project)
		]);
		expect(await listPortfolioMakersFor(noor.account)).toEqual(['Loup']);
		expect(await listPortfolioMakersFor(teacher, true)).toEqual(['Loup']);
		const shownPortfolio = await readShownPortfolio(id, noor.account);
		expect(shownPortfolio).toMatchObject({
			maker: 'Loup',
			isOwn: false,
			mayBeReported: true,
			works: [
				{
					work: challengeWork.work,
					kind: 'challenge',
					challenge: { id: 'horodateur' },
					title: '',
					sentence: 'Compter, c’est choisir.',
					decision: { option: 'paper', position: 'Rien à garder.' },
					cover: 'Un rond.'
				},
				{ work: project.work, kind: 'project', title: 'Ronds', decision: null, cover: null, isPair: false }
			]
		});
		expect(JSON.stringify(shownPortfolio)).not.toMatch(/secret|circle|De Noor/);
		const portfolioPlace = { classId, portfolio: id };
		expect(
			await readPortfolioCover(database, portfolioPlace, challengeWork.work, createWallReader(noor.account))
		).toEqual(ONE_PIXEL_PNG);
		expect(
			await readPortfolioCover(database, portfolioPlace, project.work, createWallReader(noor.account))
		).toBeUndefined();
	});

	test('putting a portfolio up again replaces the copy, and taking it off frees its storage', async () => {
		const id = await createTestPortfolio();
		const bytesBefore = await countUsedBytesOfAccount(database, lou.account);
		expect(bytesBefore).toBeGreaterThan(0);
		expect(
			await putUpTestPortfolio([createSentPortfolioWork(project)], lou, undefined, new Date(NOW.getTime() + 1))
		).toEqual({
			kind: 'portfolio-put-up',
			portfolio: id
		});
		expect((await readShownPortfolio(id, lou.account))?.works).toHaveLength(1);
		expect(await countUsedBytesOfAccount(database, lou.account)).toBeLessThan(bytesBefore);
		expect(await takePortfolioOffWall(database, { account: noor.account, classId })).toBe(false);
		expect(await takePortfolioOffWall(database, { account: lou.account, classId })).toBe(true);
		expect(await listPortfolioMakersFor(lou.account)).toEqual([]);
		expect(await countUsedBytesOfAccount(database, lou.account)).toBe(0);
	});

	test('a portfolio counts against the quota when its maker saves', async () => {
		await createTestPortfolio();
		const limits = { ...DEFAULT_ACCOUNT_STORAGE_LIMITS, bytes: await countUsedBytesOfAccount(database, lou.account) };
		const file = { workId: project.work, sha256: 'e'.repeat(64), content: 'AAAA' };
		expect(await storeOwnFile(database, lou.account, file, limits)).toEqual({
			kind: 'refused',
			reason: 'account-full'
		});
	});

	test('a portfolio with works of others, in another class, or for a closed wall is refused', async () => {
		const noorsProject = await storeTestProject(database, [noor.account]);
		const folderWork = await storeTestProject(database, [lou.account]);
		await database.update(work).set({ kind: 'folder' }).where(eq(work.id, folderWork.work));
		for (const wrongWork of [
			noorsProject,
			{ ...project, version: noorsProject.version },
			{ ...project, version: randomUUID() },
			folderWork
		])
			expect(
				await putUpTestPortfolio(
					[createSentPortfolioWork(project), createSentPortfolioWork(wrongWork)].slice(
						wrongWork.work === project.work ? 1 : 0
					)
				)
			).toEqual({
				kind: 'refused',
				reason: 'not-saved'
			});
		const { students } = await storeTestClass(database, ['Lynx']);
		const [otherClassStudent = UNSET_STUDENT] = students;
		const otherClassProject = await storeTestProject(database, [otherClassStudent.account]);
		expect(await putUpTestPortfolio([createSentPortfolioWork(otherClassProject)], otherClassStudent)).toEqual({
			kind: 'refused',
			reason: 'absent'
		});
		await setWallOpen(database, classId, false);
		expect(await putUpTestPortfolio([createSentPortfolioWork(project)])).toEqual({ kind: 'refused', reason: 'closed' });
		await setWallOpen(database, classId, true);
		await createTestPortfolio();
		await archiveClass(database, classId, NOW);
		expect(await putUpTestPortfolio([createSentPortfolioWork(project)])).toEqual({ kind: 'refused', reason: 'closed' });
		expect(await listPortfolioMakersFor(noor.account)).toEqual(['Loup']);
	});

	test('a portfolio that exceeds the quota of its student or of the server is refused', async () => {
		const fullAccountLimits = { ...DEFAULT_ACCOUNT_STORAGE_LIMITS, bytes: 10 };
		expect(await putUpTestPortfolio([createSentPortfolioWork(project)], lou, fullAccountLimits)).toEqual({
			kind: 'refused',
			reason: 'account-full'
		});
		const fullServerLimits = { ...DEFAULT_ACCOUNT_STORAGE_LIMITS, isFull: true };
		expect(await putUpTestPortfolio([createSentPortfolioWork(project)], lou, fullServerLimits)).toEqual({
			kind: 'refused',
			reason: 'server-full'
		});
	});

	test('a reported portfolio is hidden until the teacher decides, and only the teacher sees the reporter', async () => {
		const id = await createTestPortfolio();
		const portfolioPlace = { classId, portfolio: id };
		expect(await reportPortfolio(database, lou.account, portfolioPlace)).toBe(false);
		expect(await reportPortfolio(database, teacher, portfolioPlace)).toBe(false);
		expect(await reportPortfolio(database, noor.account, portfolioPlace)).toBe(true);
		expect(await listClassesWithWallReports(database, [classId])).toEqual([classId]);
		const thirdStudent = await storeTestStudent(
			database,
			classId,
			await storeTestPerson(database, 'student'),
			'Renard'
		);
		expect(await listPortfolioMakersFor(thirdStudent.account)).toEqual([]);
		expect(await readShownPortfolio(id, thirdStudent.account)).toBeUndefined();
		expect(
			await readPortfolioCover(database, portfolioPlace, project.work, createWallReader(thirdStudent.account))
		).toBeUndefined();
		expect(await readShownPortfolio(id, lou.account)).toMatchObject({ visibility: 'reported', reportedBy: null });
		expect(await readShownPortfolio(id, teacher, true)).toMatchObject({ visibility: 'reported', reportedBy: 'Hibou' });
		// A hidden portfolio that is put up again stays hidden.
		await createTestPortfolio();
		expect(await listPortfolioMakersFor(thirdStudent.account)).toEqual([]);
		await decidePortfolioVisibility(database, portfolioPlace, 'show');
		expect(await listPortfolioMakersFor(thirdStudent.account)).toEqual(['Loup']);
		expect(await reportPortfolio(database, noor.account, portfolioPlace)).toBe(false);
		expect(await listClassesWithWallReports(database, [classId])).toEqual([]);
		await decidePortfolioVisibility(database, portfolioPlace, 'hide');
		expect(await listPortfolioMakersFor(thirdStudent.account)).toEqual([]);
		expect(await readShownPortfolio(id, teacher, true)).toMatchObject({ reportedBy: null });
	});

	test('a portfolio names a project’s exhibit only to readers who may see that exhibit', async () => {
		const place = { account: lou.account, classId, workId: project.work };
		const putUpResult = await putUpProject(database, place, { version: project.version, question: '', cover: null });
		const exhibitId = putUpResult.kind === 'put-up' ? putUpResult.exhibit : '';
		const id = await createTestPortfolio([createSentPortfolioWork(project)]);
		const readExhibitOfFirstWork = async (account: string) =>
			(await readShownPortfolio(id, account))?.works[0]?.exhibit;
		expect(await readExhibitOfFirstWork(noor.account)).toBe(exhibitId);
		await decideWallItemVisibility(database, { classId, exhibit: exhibitId, sentence: null }, 'hide');
		expect(await readExhibitOfFirstWork(noor.account)).toBeNull();
		expect(await readExhibitOfFirstWork(lou.account)).toBe(exhibitId);
	});

	test('a portfolio is found in its own class only, and is listed with its student’s walls', async () => {
		const id = await createTestPortfolio();
		const { id: otherClassId } = await storeTestClass(database);
		const placeInOtherClass = { classId: otherClassId, portfolio: id };
		expect(await readPortfolio(database, placeInOtherClass, createWallReader(lou.account))).toBeUndefined();
		expect(
			await readPortfolioCover(database, placeInOtherClass, project.work, createWallReader(lou.account))
		).toBeUndefined();
		await decidePortfolioVisibility(database, placeInOtherClass, 'hide');
		expect(await listOwnWalls(database, lou.account, null)).toMatchObject([
			{ id: classId, portfolio: { id, visibility: 'shown' } }
		]);
		expect(await listOwnWalls(database, noor.account, null)).toMatchObject([{ portfolio: null }]);
	});

	test('a portfolio loses a removed work, and is deleted with its student’s membership or account', async () => {
		const listPortfolioIds = () =>
			database.select({ id: portfolio.id }).from(portfolio).where(eq(portfolio.classId, classId));
		const pairProject = await storeTestProject(database, [lou.account, noor.account]);
		const id = await createTestPortfolio([createSentPortfolioWork(project), createSentPortfolioWork(pairProject)]);
		expect((await readShownPortfolio(id, noor.account))?.works[1]).toMatchObject({ isPair: true });
		await removeWorkForAuthor(database, lou.account, project.work);
		expect((await readShownPortfolio(id, noor.account))?.works.map((each) => each.work)).toEqual([pairProject.work]);
		// The other author keeps the work; it is no longer in the portfolio of the author who deleted it.
		await removeWorkForAuthor(database, lou.account, pairProject.work);
		expect(await listPortfolioMakersFor(noor.account)).toEqual([]);
		await removeStudent(database, classId, lou.member, NOW);
		expect(await listPortfolioIds()).toEqual([]);

		await createTestPortfolio([createSentPortfolioWork(pairProject)], noor);
		expect(await listPortfolioIds()).toHaveLength(1);
		await removePerson(database, noor.account, NOW);
		expect(await listPortfolioIds()).toEqual([]);
	});
});
