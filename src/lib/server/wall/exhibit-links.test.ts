/** Tests links to exhibits: who makes and ends links, and what a link shows, on both database engines. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ONE_PIXEL_PNG } from '#lib/domain/own-file/testing.ts';
import { storeTestClass, type TestStudent } from '#lib/server/assignments/testing.ts';
import { archiveClass, unarchiveClass } from '#lib/server/classes/classes.ts';
import { removeStudent } from '#lib/server/classes/removal.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import { exhibit, version, workFile } from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { decideWallItemVisibility, reportExhibitOrSentence, setWallOpen } from './reports.ts';
import { endExhibitLink, createExhibitLink, setExhibitLicence, setExhibitLinksOpen } from './exhibit-links.ts';
import { putUpProject, takeProjectOffWall } from './put-up-project.ts';
import { readExhibitByLink, readExhibitCoverByLink, readExhibitFileByLink } from './shown-by-link.ts';
import { storeTestProject, TEST_COVER, type TestProject } from './testing.ts';
import { readExhibit, listExhibits } from './wall-queries.ts';

const NOW = new Date('2026-11-28T10:00:00Z');
const [CAT_HASH, OTHER_HASH] = ['a'.repeat(64), 'b'.repeat(64)];
const UNSET_STUDENT: TestStudent = { account: '', member: '' };

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let classId: string;
	let teacher: string;
	let [lou, noor] = [UNSET_STUDENT, UNSET_STUDENT];
	let project: TestProject;
	/** Id of Lou's exhibit. */
	let id: string;

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
		await setExhibitLinksOpen(database, classId, true);
		project = await storeTestProject(database, [lou.account], { 'main.ts': 'circle(1, 2, 3);', 'cat.png': CAT_HASH });
		id = await createTestExhibit();
	});

	async function createTestExhibit(
		one = project,
		by = lou,
		cover: typeof TEST_COVER | null = TEST_COVER
	): Promise<string> {
		const place = { account: by.account, classId, workId: one.work };
		const result = await putUpProject(
			database,
			place,
			{ version: one.version, question: 'Clair ?', cover },
			undefined,
			NOW
		);
		if (result.kind !== 'put-up') throw new Error(result.reason);
		return result.exhibit;
	}
	const makeLinkAs = (account = lou.account, place = { classId, exhibit: id }) =>
		createExhibitLink(database, account, place, NOW);
	const readLink = async (exhibitId = id) =>
		(await database.select({ link: exhibit.link }).from(exhibit).where(eq(exhibit.id, exhibitId)))[0]?.link ?? null;
	async function makeAndReadLink(): Promise<string> {
		expect(await makeLinkAs()).toBe(true);
		return (await readLink()) ?? '';
	}
	/** Reads everything that a link opens. */
	const readEverythingByLink = async (link: string) => [
		await readExhibitByLink(database, link),
		await readExhibitCoverByLink(database, link),
		await readExhibitFileByLink(database, link, CAT_HASH)
	];
	const NOTHING_READ = [undefined, undefined, undefined];

	test('a link shows the frozen copy, its cover and its pictures, without makers or class', async () => {
		await database.insert(workFile).values([
			{ workId: project.work, sha256: CAT_HASH, content: 'cat' },
			{ workId: project.work, sha256: OTHER_HASH, content: 'other' }
		]);
		const link = await makeAndReadLink();
		expect(link).toMatch(/^[0-9a-f]{48}$/);
		expect(await readExhibitByLink(database, link)).toEqual({
			title: 'Ronds',
			kind: 'sketch',
			files: { 'main.ts': 'circle(1, 2, 3);', 'cat.png': CAT_HASH },
			cover: 'Un rond.',
			firstLines: '',
			copy: project.version,
			licence: null
		});
		expect(await readExhibitCoverByLink(database, link)).toEqual(ONE_PIXEL_PNG);
		expect(await readExhibitFileByLink(database, link, CAT_HASH)).toBe('cat');
		expect(await readExhibitFileByLink(database, link, OTHER_HASH)).toBeUndefined();
	});

	test('without a cover, a link shows the first lines of the program', async () => {
		await createTestExhibit(project, lou, null);
		const link = await makeAndReadLink();
		expect(await readExhibitByLink(database, link)).toMatchObject({ cover: null, firstLines: 'circle(1, 2, 3);' });
		expect(await readExhibitCoverByLink(database, link)).toBeUndefined();
	});

	test('the same link shows the new copy once the project is put up again', async () => {
		const link = await makeAndReadLink();
		const nextVersion = randomUUID();
		const files = { 'main.ts': 'square(1);' };
		await database.insert(version).values({ id: nextVersion, workId: project.work, savedAt: 2, files });
		expect(await readExhibitByLink(database, link)).toMatchObject({ title: 'Ronds' });
		await createTestExhibit({ work: project.work, version: nextVersion });
		expect(await readExhibitByLink(database, link)).toMatchObject({ files, copy: nextVersion });
	});

	test('no link can be made until a teacher turns links on while the class is not archived', async () => {
		const freshClass = await storeTestClass(database, ['Loup']);
		const [freshStudent = UNSET_STUDENT] = freshClass.students;
		await setWallOpen(database, freshClass.id, true);
		const freshProject = await storeTestProject(database, [freshStudent.account]);
		const place = { account: freshStudent.account, classId: freshClass.id, workId: freshProject.work };
		const putUpResult = await putUpProject(database, place, {
			version: freshProject.version,
			question: '',
			cover: null
		});
		if (putUpResult.kind !== 'put-up') throw new Error(putUpResult.reason);
		const freshPlace = { classId: freshClass.id, exhibit: putUpResult.exhibit };
		expect(await makeLinkAs(freshStudent.account, freshPlace)).toBe(false);
		await archiveClass(database, freshClass.id, NOW);
		await setExhibitLinksOpen(database, freshClass.id, true);
		await unarchiveClass(database, freshClass.id);
		expect(await makeLinkAs(freshStudent.account, freshPlace)).toBe(false);
		await setExhibitLinksOpen(database, freshClass.id, true);
		expect(await makeLinkAs(freshStudent.account, freshPlace)).toBe(true);
	});

	test('only the makers of an exhibit can make a link, and each exhibit has its own', async () => {
		const otherClass = await storeTestClass(database);
		await setExhibitLinksOpen(database, otherClass.id, true);
		expect(await makeLinkAs(noor.account)).toBe(false);
		expect(await makeLinkAs(teacher)).toBe(false);
		expect(await makeLinkAs(lou.account, { classId: otherClass.id, exhibit: id })).toBe(false);
		expect(await readLink()).toBeNull();
		const link = await makeAndReadLink();
		expect(await makeAndReadLink()).toBe(link);

		const pairExhibit = await createTestExhibit(await storeTestProject(database, [lou.account, noor.account]));
		expect(await makeLinkAs(noor.account, { classId, exhibit: pairExhibit })).toBe(true);
		expect(await readLink(pairExhibit)).not.toBe(link);
	});

	test('a link’s address is given to the exhibit’s makers and the teacher, not to classmates', async () => {
		const link = await makeAndReadLink();
		const createWallReader = (account: string, isTeacher = false) => ({ account, isTeacher });
		for (const [reader, seen] of [
			[createWallReader(lou.account), link],
			[createWallReader(teacher, true), link],
			[createWallReader(noor.account), null]
		] as const) {
			expect(await readExhibit(database, classId, id, reader)).toMatchObject({ link: seen });
			expect(await listExhibits(database, classId, reader)).toMatchObject([{ link: seen }]);
		}
	});

	test('a maker or a teacher ends a link for good, and a new link has another address', async () => {
		const link = await makeAndReadLink();
		await endExhibitLink(database, noor.account, { classId, exhibit: id });
		expect(await readEverythingByLink(link)).not.toEqual(NOTHING_READ);
		await endExhibitLink(database, lou.account, { classId, exhibit: id });
		expect(await readEverythingByLink(link)).toEqual(NOTHING_READ);
		const nextLink = await makeAndReadLink();
		expect(nextLink).not.toBe(link);
		const otherClass = await storeTestClass(database);
		await endExhibitLink(database, null, { classId: otherClass.id, exhibit: id });
		expect(await readEverythingByLink(nextLink)).not.toEqual(NOTHING_READ);
		await endExhibitLink(database, null, { classId, exhibit: id });
		expect(await readEverythingByLink(nextLink)).toEqual(NOTHING_READ);
	});

	test('only the makers choose an exhibit’s licence, and it ends with the copy or the link', async () => {
		const place = { classId, exhibit: id };
		const setLicenceAs = (account: string, copy = project.version) =>
			setExhibitLicence(database, account, place, { copy, licence: 'cc-by-4.0' });
		expect(await setLicenceAs(lou.account)).toBe(false);
		const link = await makeAndReadLink();
		expect(await setLicenceAs(noor.account)).toBe(false);
		expect(await setLicenceAs(teacher)).toBe(false);
		expect(await setLicenceAs(lou.account, randomUUID())).toBe(false);
		expect(await setLicenceAs(lou.account)).toBe(true);
		expect(await readExhibitByLink(database, link)).toMatchObject({ licence: 'cc-by-4.0' });
		const readLicenceSeenBy = async (account: string) =>
			(await readExhibit(database, classId, id, { account, isTeacher: false }))?.licence;
		expect([await readLicenceSeenBy(lou.account), await readLicenceSeenBy(noor.account)]).toEqual(['cc-by-4.0', null]);
		await createTestExhibit();
		expect(await readExhibitByLink(database, link)).toMatchObject({ licence: null });
		await setLicenceAs(lou.account);
		await endExhibitLink(database, lou.account, place);
		expect(await readExhibitByLink(database, await makeAndReadLink())).toMatchObject({ licence: null });
	});

	test('turning links off ends the links of that class for good, not those of other classes', async () => {
		const link = await makeAndReadLink();
		const otherClass = await storeTestClass(database);
		await setExhibitLinksOpen(database, otherClass.id, false);
		expect(await readEverythingByLink(link)).not.toEqual(NOTHING_READ);
		await setExhibitLinksOpen(database, classId, false);
		expect(await readEverythingByLink(link)).toEqual(NOTHING_READ);
		expect(await makeLinkAs()).toBe(false);
		await setExhibitLinksOpen(database, classId, true);
		expect(await readLink()).toBeNull();
	});

	test('a reported, hidden or archived exhibit is not shown by its link; a hidden exhibit gets no link', async () => {
		const link = await makeAndReadLink();
		const exhibitPlace = { classId, exhibit: id, sentence: null };
		await reportExhibitOrSentence(database, noor.account, exhibitPlace);
		expect(await readEverythingByLink(link)).toEqual(NOTHING_READ);
		await decideWallItemVisibility(database, exhibitPlace, 'hide');
		expect(await readEverythingByLink(link)).toEqual(NOTHING_READ);
		await decideWallItemVisibility(database, exhibitPlace, 'show');
		expect(await readExhibitByLink(database, link)).toMatchObject({ title: 'Ronds' });
		await archiveClass(database, classId, NOW);
		expect(await readEverythingByLink(link)).toEqual(NOTHING_READ);
		await unarchiveClass(database, classId);
		expect(await readExhibitByLink(database, link)).toMatchObject({ title: 'Ronds' });

		await endExhibitLink(database, null, exhibitPlace);
		await decideWallItemVisibility(database, exhibitPlace, 'hide');
		expect(await makeLinkAs()).toBe(false);
	});

	test('a link ends when its exhibit is taken off or its student is removed from the class', async () => {
		const link = await makeAndReadLink();
		await takeProjectOffWall(database, { account: lou.account, classId, workId: project.work });
		expect(await readEverythingByLink(link)).toEqual(NOTHING_READ);
		id = await createTestExhibit();
		const nextLink = await makeAndReadLink();
		await removeStudent(database, classId, lou.member, NOW);
		expect(await readEverythingByLink(nextLink)).toEqual(NOTHING_READ);
	});

	test('an unknown or malformed link shows nothing', async () => {
		for (const link of ['', id, 'a'.repeat(48), 'A'.repeat(48), "' or true --"])
			expect(await readEverythingByLink(link), link).toEqual(NOTHING_READ);
	});
});
