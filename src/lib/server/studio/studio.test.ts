/** Tests who may publish, assign, open and adapt a studio's challenges, on both database engines. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Challenge } from '#lib/domain/challenge.ts';
import type { Person } from '#lib/domain/access.ts';
import { findAssignableChallenge } from '#lib/server/assignments/assignments.ts';
import {
	storeTestClass,
	storeTestAssignment,
	storeTestPerson,
	storeTestWork
} from '#lib/server/assignments/testing.ts';
import { findChallenge } from '#lib/server/content/index.ts';
import { loadPrivatePart } from '#lib/server/content/load-private-part.ts';
import type { Connection, Database } from '#lib/server/db/index.ts';
import { account, work as workTable } from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { removePerson } from '#lib/server/personal-data/remove-person.ts';
import { findAdaptableChallenge, findChallengeToOpen } from './open-challenge.ts';
import { createFolderLink, endFolderLinks, findSharedFolder } from './folder-links.ts';
import { findNewestVersionHash, findRelationsToVersion } from './permission.ts';
import { listPortfolioChallenges } from './portfolio-challenges.ts';
import { publishVersion, listChallengesPublishedBy } from './publications.ts';

const NOW = new Date('2026-11-20T10:00:00Z');
const CHALLENGE_ID = 'own-abcdefghijkl';
const CHALLENGE_FILES = { 'challenge.yaml': `id: ${CHALLENGE_ID}\n`, 'private/solution/main.ts': 'secret' };

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	/** A real package of the build, renamed to an id of the studio. */
	let packedChallenge: { challenge: Challenge; privatePart: NonNullable<Awaited<ReturnType<typeof loadPrivatePart>>> };
	let teacher = '';
	let classId = '';
	let student = '';
	let strangerStudent = '';
	let colleague = '';

	const packedVersionOf = (version: string, letter: string) => ({
		...packedChallenge,
		challenge: { ...packedChallenge.challenge, version, hash: letter.repeat(64) }
	});
	const createPerson = (id: string, role: Person['role']) => ({ id, role, name: id }) as Person;

	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		({ database } = connection);
		const challenge = await findChallenge('horodateur');
		const privatePart = challenge && (await loadPrivatePart(challenge.hash));
		if (!challenge || !privatePart) throw new Error('There is no such challenge.');
		packedChallenge = {
			challenge: { ...challenge, id: CHALLENGE_ID, version: '1.0.0', hash: 'a'.repeat(64) },
			privatePart
		};
		const taughtClass = await storeTestClass(database);
		({ teacher, id: classId } = taughtClass);
		student = taughtClass.students[0]?.account ?? '';
		const otherClass = await storeTestClass(database, ['Ours']);
		colleague = otherClass.teacher;
		strangerStudent = otherClass.students[0]?.account ?? '';
	});
	afterAll(() => connection.close());

	const publishAs = (who: string, which = packedChallenge) =>
		publishVersion(database, { account: who, packed: which, files: CHALLENGE_FILES, madeFrom: 'horodateur' });

	test('a challenge id belongs to its first publisher, and cannot be one of the repository’s', async () => {
		expect(await publishAs(teacher)).toBe('published');
		expect(await publishAs(teacher)).toBe('published');
		expect(await publishAs(colleague)).toBe('taken');
		expect(await publishAs(colleague, packedVersionOf('2.0.0', 'b'))).toBe('taken');
		const packageWithBuildId = { ...packedChallenge, challenge: { ...packedChallenge.challenge, id: 'horodateur' } };
		expect(await publishAs(teacher, packageWithBuildId)).toBe('taken');
		expect((await listChallengesPublishedBy(database, teacher)).map(({ id, version }) => [id, version])).toEqual([
			[CHALLENGE_ID, '1.0.0']
		]);
		expect(await listChallengesPublishedBy(database, colleague)).toEqual([]);
	});

	test('a version number cannot be published again with other contents', async () => {
		expect(await publishAs(teacher, packedVersionOf('1.0.0', 'c'))).toBe('version-taken');
		expect(await publishAs(teacher, packedVersionOf('1.0.1', 'd'))).toBe('published');
	});

	test('only its maker can assign or open a published challenge before it is assigned', async () => {
		expect((await findAssignableChallenge(database, CHALLENGE_ID, teacher))?.subject).toEqual({
			kind: 'challenge',
			id: CHALLENGE_ID,
			hash: 'd'.repeat(64)
		});
		expect(await findAssignableChallenge(database, CHALLENGE_ID, colleague)).toBeUndefined();
		expect((await findChallengeToOpen(database, createPerson(teacher, 'teacher'), CHALLENGE_ID))?.version).toBe(
			'1.0.1'
		);
		for (const who of [
			createPerson(student, 'student'),
			createPerson(strangerStudent, 'student'),
			createPerson(colleague, 'teacher'),
			null
		])
			expect(await findChallengeToOpen(database, who, CHALLENGE_ID)).toBeUndefined();
		expect(await findRelationsToVersion(database, undefined, { id: CHALLENGE_ID, hash: 'd'.repeat(64) })).toEqual([]);
	});

	test('a class opens the version that it was assigned, and people outside the class do not', async () => {
		const subject = { kind: 'challenge' as const, id: CHALLENGE_ID, hash: 'a'.repeat(64) };
		await storeTestAssignment(database, { classId, teacher, subject }, NOW);
		expect(await findNewestVersionHash(database, student, CHALLENGE_ID, ['member'])).toBe('a'.repeat(64));
		expect((await findChallengeToOpen(database, createPerson(student, 'student'), CHALLENGE_ID))?.version).toBe(
			'1.0.0'
		);
		expect(await findChallengeToOpen(database, createPerson(strangerStudent, 'student'), CHALLENGE_ID)).toBeUndefined();
		expect(await findChallengeToOpen(database, createPerson(colleague, 'teacher'), CHALLENGE_ID)).toBeUndefined();
	});

	test('an assigned challenge stays closed before its opening date, and to students it is not for', async () => {
		const { id, teacher: owner, students } = await storeTestClass(database, ['Loutre', 'Pie']);
		const ownersPackage = {
			...packedVersionOf('3.0.0', 'e'),
			challenge: { ...packedVersionOf('3.0.0', 'e').challenge, id: 'own-000000000000' }
		};
		expect(await publishAs(owner, ownersPackage)).toBe('published');
		const subject = { kind: 'challenge' as const, id: ownersPackage.challenge.id, hash: ownersPackage.challenge.hash };
		const [firstStudent, secondStudent] = students;
		await storeTestAssignment(
			database,
			{ classId: id, teacher: owner, subject, opensAt: new Date('2100-01-01T00:00:00Z') },
			NOW
		);
		expect(await findRelationsToVersion(database, firstStudent?.account, subject)).toEqual([]);
		await storeTestAssignment(
			database,
			{ classId: id, teacher: owner, subject, members: [firstStudent?.member ?? ''] },
			NOW
		);
		expect(await findRelationsToVersion(database, firstStudent?.account, subject)).toEqual(['member']);
		expect(await findRelationsToVersion(database, secondStudent?.account, subject)).toEqual([]);
	});

	test('only its maker can adapt a studio challenge, and any teacher can adapt one of the build', async () => {
		expect((await findAdaptableChallenge(database, createPerson(teacher, 'teacher'), CHALLENGE_ID))?.files).toEqual(
			CHALLENGE_FILES
		);
		expect(await findAdaptableChallenge(database, createPerson(student, 'student'), CHALLENGE_ID)).toBeUndefined();
		expect(await findAdaptableChallenge(database, createPerson(colleague, 'teacher'), CHALLENGE_ID)).toBeUndefined();
		const buildChallenge = await findAdaptableChallenge(database, createPerson(colleague, 'teacher'), 'horodateur');
		expect(Object.keys(buildChallenge?.files ?? {})).toContain('private/solution/main.ts');
		expect(await findAdaptableChallenge(database, createPerson(colleague, 'teacher'), 'toString')).toBeUndefined();
	});

	test('a link to a draft opens its folder until its author ends it or stops being a teacher', async () => {
		const { work } = await storeTestWork(database, [teacher], 'folder');
		expect(await createFolderLink(database, colleague, work)).toBeUndefined();
		const token = (await createFolderLink(database, teacher, work)) ?? '';
		expect(await findSharedFolder(database, token)).toMatchObject({
			name: teacher,
			files: { 'main.ts': expect.any(String) }
		});
		expect(await findSharedFolder(database, token.slice(0, 16))).toBeUndefined();
		expect(await findSharedFolder(database, '0'.repeat(48))).toBeUndefined();
		await endFolderLinks(database, colleague, work);
		expect(await findSharedFolder(database, token)).toBeDefined();
		await endFolderLinks(database, teacher, work);
		expect(await findSharedFolder(database, token)).toBeUndefined();
		const formerTeacher = await storeTestPerson(database, 'teacher');
		const { work: formerTeachersFolder } = await storeTestWork(database, [formerTeacher], 'folder');
		const formerTeachersToken = (await createFolderLink(database, formerTeacher, formerTeachersFolder)) ?? '';
		expect(await findSharedFolder(database, formerTeachersToken)).toBeDefined();
		await database.update(account).set({ role: 'applicant' }).where(eq(account.id, formerTeacher));
		expect(await findSharedFolder(database, formerTeachersToken)).toBeUndefined();
		const { work: project } = await storeTestWork(database, [teacher], 'project');
		expect(await createFolderLink(database, teacher, project)).toBeUndefined();
	});

	test('a class keeps its version of a challenge after the publisher’s account is deleted', async () => {
		const leavingTeacher = await storeTestPerson(database, 'teacher');
		const leaversPackage = {
			...packedChallenge,
			challenge: { ...packedChallenge.challenge, id: 'own-111111111111', hash: 'f'.repeat(64) }
		};
		expect(await publishAs(leavingTeacher, leaversPackage)).toBe('published');
		const subject = {
			kind: 'challenge' as const,
			id: leaversPackage.challenge.id,
			hash: leaversPackage.challenge.hash
		};
		await storeTestAssignment(database, { classId, teacher, subject }, NOW);
		await removePerson(database, leavingTeacher, NOW);
		expect((await database.select().from(account)).map(({ id }) => id)).not.toContain(leavingTeacher);
		expect(await findRelationsToVersion(database, student, subject)).toEqual(['member']);
	});

	test('a student’s portfolio has the texts of its own challenges, and of no other unlisted challenge', async () => {
		const own = {
			...packedChallenge,
			challenge: { ...packedChallenge.challenge, id: 'own-222222222222', hash: '9'.repeat(64) }
		};
		expect(await publishAs(teacher, own)).toBe('published');
		const { id, version, hash } = own.challenge;
		const { work } = await storeTestWork(database, [student], 'challenge');
		await database.update(workTable).set({ challenge: { id, version, hash } }).where(eq(workTable.id, work));
		const findPortfolioChallenge = async (account: string | undefined) => {
			const challenges = await listPortfolioChallenges(database, account, 'fr');
			return challenges.find((challenge) => challenge.hash === hash);
		};
		expect(await findPortfolioChallenge(student)).toMatchObject({
			person: { name: 'Nadia Kerven' },
			hasPicture: false,
			given: ['given.ts'],
			decision: {
				options: { paper: 'Un ticket en papier, sans plaque', another: 'Une autre règle' },
				values: { keepDays: { label: 'Plaque gardée', unit: 'jours' } }
			}
		});
		expect(await findPortfolioChallenge(strangerStudent)).toBeUndefined();
		expect(await findPortfolioChallenge(undefined)).toBeUndefined();
		const challengesOfVisitor = await listPortfolioChallenges(database, undefined, 'en');
		expect(challengesOfVisitor.find((challenge) => challenge.id === 'horodateur')).toMatchObject({
			title: 'The talkative meter',
			hasPicture: true
		});
	});
});
