/** Tests how a version enters and leaves the catalogue, and who may open it, on both database engines. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role, Person } from '#lib/domain/access.ts';
import type { Challenge } from '#lib/domain/challenge.ts';
import { EMPTY_PROBLEM_CARD } from '#lib/domain/problem-card.ts';
import type { PublicationAct } from '#lib/domain/publication.ts';
import { findAssignableChallenge } from '#lib/server/assignments/assignments.ts';
import { storeTestClass, storeTestAssignment, storeTestPerson } from '#lib/server/assignments/testing.ts';
import { findChallenge } from '#lib/server/content/index.ts';
import { loadPrivatePart } from '#lib/server/content/load-private-part.ts';
import type { Connection, Database } from '#lib/server/db/index.ts';
import { account, approval, problem, publication } from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { gatherPersonalData } from '#lib/server/personal-data/gather-personal-data.ts';
import { removePerson } from '#lib/server/personal-data/remove-person.ts';
import { findNewerAssignableVersion } from '#lib/server/submissions/rejudge.ts';
import { findAdaptableChallenge, RELATIONS_ALLOWING_TO_BEGIN, findChallengeToOpen } from '../open-challenge.ts';
import { findRelationsToVersion } from '../permission.ts';
import { publishVersion } from '../publications.ts';
import { hashShownParts } from '../demo/shown-version.ts';
import { carryOutPublicationAct, type PublicationActRequest } from './act-on-version.ts';
import { listCatalogue, catalogueEntryOf } from './catalogue.ts';
import { publicationsOfMaker, findVersionToReview, listVersionsToReview } from './reviews.ts';

const NOW = new Date('2026-11-28T10:00:00Z');
const CHALLENGE_FILES = { 'challenge.yaml': 'id: own\n', 'private/solution/main.ts': 'secret' };
let uniqueNumber = 0;
const createTestHash = () => (uniqueNumber += 1).toString(16).padStart(64, '0');

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let packedChallenge: { challenge: Challenge; privatePart: NonNullable<Awaited<ReturnType<typeof loadPrivatePart>>> };
	const people = {} as Record<'maker' | 'curator' | 'teacher' | 'other', Person>;

	const storePersonWithRole = async (role: Role): Promise<Person> => {
		const id = await storeTestPerson(database, role);
		return { id, role, name: id };
	};
	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		({ database } = connection);
		const challenge = await findChallenge('horodateur');
		const privatePart = challenge && (await loadPrivatePart(challenge.hash));
		if (!challenge || !privatePart) throw new Error('There is no such challenge.');
		packedChallenge = { challenge, privatePart };
		people.maker = await storePersonWithRole('teacher');
		people.curator = await storePersonWithRole('curator');
		people.teacher = await storePersonWithRole('teacher');
		people.other = await storePersonWithRole('teacher');
	});
	afterAll(() => connection.close());

	const createChallengeId = () => `own-${(uniqueNumber += 1).toString().padStart(12, '0')}`;
	async function publishTestVersion(id: string, version = '1.0.0', maker = people.maker): Promise<string> {
		const hash = createTestHash();
		const challenge = { ...packedChallenge.challenge, id, version, hash };
		const packedVersion = {
			account: maker.id,
			packed: { ...packedChallenge, challenge },
			files: CHALLENGE_FILES,
			madeFrom: 'horodateur'
		};
		expect(await publishVersion(database, packedVersion)).toBe('published');
		await database
			.update(publication)
			.set({ publishedAt: new Date(NOW.getTime() + uniqueNumber * 1000) })
			.where(eq(publication.hash, hash));
		return hash;
	}
	/** Returns a later moment on each call, so that acts have an order in time. */
	const nextMoment = () => new Date(NOW.getTime() + (uniqueNumber += 1) * 1000);
	const carryOutAct = (hash: string, who: Person, what: PublicationAct, more: Partial<PublicationActRequest> = {}) =>
		carryOutPublicationAct(database, hash, { act: what, person: who, ...more }, nextMoment());
	const readState = async (hash: string) =>
		(await database.select().from(publication).where(eq(publication.hash, hash)))[0]?.state;
	async function createPublishedVersion(id = createChallengeId(), version = '1.0.0') {
		const hash = await publishTestVersion(id, version);
		expect(await carryOutAct(hash, people.maker, 'propose')).toBe('done');
		expect(await carryOutAct(hash, people.curator, 'agree')).toBe('done');
		expect(await carryOutAct(hash, people.teacher, 'agree')).toBe('done');
		return { id, hash };
	}
	const isListed = async (id: string) => (await listCatalogue(database, 'fr')).some((one) => one.id === id);

	test('a version that a curator and another teacher agree to is published, and everyone can open it', async () => {
		const id = createChallengeId();
		const hash = await publishTestVersion(id);
		const subject = { id, hash };
		expect(await carryOutAct(hash, people.other, 'propose')).toBe('changed');
		expect(await carryOutAct(hash, people.maker, 'propose', { text: 'Merci !' })).toBe('done');
		expect(await carryOutAct(hash, people.maker, 'agree')).toBe('changed');
		expect(await carryOutAct(hash, people.teacher, 'agree')).toBe('done');
		expect(await carryOutAct(hash, people.other, 'agree')).toBe('changed');
		expect(await isListed(id)).toBe(false);
		expect(await findChallengeToOpen(database, null, id)).toBeUndefined();
		expect(await carryOutAct(hash, people.curator, 'agree')).toBe('done');
		expect(await readState(hash)).toBe('published');

		const entry = (await listCatalogue(database, 'fr')).find((one) => one.id === id);
		expect(entry).toMatchObject({
			title: packedChallenge.challenge.text.fr.title,
			maker: people.maker.name,
			hasPicture: false
		});
		expect(JSON.stringify(entry)).not.toContain('secret');
		expect((await findChallengeToOpen(database, null, id))?.hash).toBe(hash);
		expect(await findRelationsToVersion(database, undefined, subject)).toEqual(['listed']);
		expect((await findAssignableChallenge(database, id, people.other.id))?.subject).toEqual({
			kind: 'challenge',
			...subject
		});
		expect((await findAdaptableChallenge(database, people.other, id))?.files).toEqual(CHALLENGE_FILES);
		expect(await findAdaptableChallenge(database, { ...people.other, role: 'student' }, id)).toBeUndefined();
		expect(await catalogueEntryOf(database, hash, 'fr')).toEqual({
			isRetired: false,
			people: {
				contributor: null,
				maker: people.maker.name,
				curator: people.curator.name,
				teacher: people.teacher.name,
				source: { id: 'horodateur', title: packedChallenge.challenge.text.fr.title }
			}
		});
	});

	test('a version that needs work returns to its maker, and its agreements do not count for the next', async () => {
		const id = createChallengeId();
		const firstHash = await publishTestVersion(id);
		await carryOutAct(firstHash, people.maker, 'propose');
		await carryOutAct(firstHash, people.teacher, 'agree');
		expect(
			await carryOutAct(firstHash, people.curator, 'ask-for-work', { text: 'La source manque.', points: ['truth'] })
		).toBe('done');
		const secondHash = await publishTestVersion(id, '1.0.1');
		await carryOutAct(secondHash, people.maker, 'propose');
		expect([await readState(firstHash), await readState(secondHash)]).toEqual(['draft', 'proposed']);
		await carryOutAct(secondHash, people.curator, 'agree');
		expect(await readState(secondHash)).toBe('proposed');
		const [ownPublication] = (await publicationsOfMaker(database, people.maker, 'fr')).filter(
			(one) => one.challengeId === id
		);
		expect(
			ownPublication?.versions.map(({ version, state, firstAgreement }) => [version, state, firstAgreement?.name])
		).toEqual([['1.0.1', 'proposed', people.curator.name]]);
		expect(ownPublication?.messages.map((message) => [message.act, message.version, message.text])).toEqual([
			['propose', '1.0.0', ''],
			['agree', '1.0.0', ''],
			['ask-for-work', '1.0.0', 'La source manque.'],
			['propose', '1.0.1', ''],
			['agree', '1.0.1', '']
		]);
		expect(ownPublication?.messages[2]?.points).toEqual(['truth']);
	});

	test('an agreement no longer counts once its author stops being a teacher; another teacher can agree', async () => {
		const leavingTeacher = await storePersonWithRole('teacher');
		const id = createChallengeId();
		const hash = await publishTestVersion(id);
		await carryOutAct(hash, people.maker, 'propose');
		await carryOutAct(hash, leavingTeacher, 'agree');
		await database.update(account).set({ role: 'applicant' }).where(eq(account.id, leavingTeacher.id));
		expect(await carryOutAct(hash, people.curator, 'agree')).toBe('done');
		expect(await readState(hash)).toBe('proposed');
		await removePerson(database, leavingTeacher.id, NOW);
		expect(await carryOutAct(hash, people.teacher, 'agree')).toBe('done');
		expect(await readState(hash)).toBe('published');
	});

	test('a retired version cannot be newly used, but stays open to classes that have it', async () => {
		const { id, hash } = await createPublishedVersion();
		const testClass = await storeTestClass(database);
		const subject = { kind: 'challenge' as const, id, hash };
		await storeTestAssignment(database, { classId: testClass.id, teacher: testClass.teacher, subject }, NOW);
		expect(await carryOutAct(hash, people.other, 'retire')).toBe('changed');
		expect(await carryOutAct(hash, people.maker, 'retire')).toBe('done');
		expect(await isListed(id)).toBe(false);
		expect(await findAssignableChallenge(database, id, people.other.id)).toBeUndefined();
		expect(await findChallengeToOpen(database, null, id, RELATIONS_ALLOWING_TO_BEGIN)).toBeUndefined();
		expect(await findAdaptableChallenge(database, people.other, id)).toBeUndefined();
		expect((await findChallengeToOpen(database, null, id))?.hash).toBe(hash);
		expect((await catalogueEntryOf(database, hash, 'fr'))?.isRetired).toBe(true);
		const student = testClass.students[0]?.account;
		expect(await findRelationsToVersion(database, student, subject)).toEqual(['member', 'retired']);
		// After retiring, the maker can still assign the version to their own classes.
		expect((await findAssignableChallenge(database, id, people.maker.id))?.subject.hash).toBe(hash);
		expect(await carryOutAct(hash, people.maker, 'propose')).toBe('changed');
	});

	test('a new version replaces the one in the catalogue once it is agreed to, not earlier', async () => {
		const { id, hash: firstHash } = await createPublishedVersion();
		const secondHash = await publishTestVersion(id, '1.1.0');
		await carryOutAct(secondHash, people.maker, 'propose');
		expect((await findChallengeToOpen(database, null, id))?.hash).toBe(firstHash);
		await carryOutAct(secondHash, people.curator, 'agree');
		await carryOutAct(secondHash, people.teacher, 'agree');
		expect([await readState(firstHash), await readState(secondHash)]).toEqual(['retired', 'published']);
		expect((await findChallengeToOpen(database, null, id))?.hash).toBe(secondHash);
		expect(await findRelationsToVersion(database, undefined, { id, hash: firstHash })).toEqual(['retired']);
		// After a curator holds the listed version back, nobody opens the challenge through the catalogue, not even its earlier version.
		expect(await carryOutAct(secondHash, people.teacher, 'hold-back')).toBe('changed');
		expect(await carryOutAct(secondHash, people.curator, 'hold-back', { text: 'Une publicité.' })).toBe('done');
		expect(await findChallengeToOpen(database, null, id)).toBeUndefined();
		expect(await isListed(id)).toBe(false);
	});

	test('a class is offered a newer version once it is published, and never an older one', async () => {
		const { id, hash: firstHash } = await createPublishedVersion();
		const secondHash = await publishTestVersion(id, '1.1.0');
		const testClass = await storeTestClass(database);
		const teacher: Person = { id: testClass.teacher, role: 'teacher', name: '' };
		const firstSubject = { kind: 'challenge', id, hash: firstHash } as const;
		await storeTestAssignment(
			database,
			{ classId: testClass.id, teacher: testClass.teacher, subject: firstSubject },
			NOW
		);
		expect(await findNewerAssignableVersion(database, teacher, firstSubject)).toBeNull();
		await carryOutAct(secondHash, people.maker, 'propose');
		expect(await findNewerAssignableVersion(database, teacher, firstSubject)).toBeNull();
		await carryOutAct(secondHash, people.curator, 'agree');
		await carryOutAct(secondHash, people.teacher, 'agree');
		expect(await findNewerAssignableVersion(database, teacher, firstSubject)).toEqual({
			hash: secondHash,
			version: '1.1.0'
		});
		const secondSubject = { ...firstSubject, hash: secondHash };
		await storeTestAssignment(
			database,
			{ classId: testClass.id, teacher: testClass.teacher, subject: secondSubject },
			NOW
		);
		await carryOutAct(secondHash, people.curator, 'hold-back', { text: 'Une publicité.' });
		expect(await findNewerAssignableVersion(database, teacher, secondSubject)).toBeNull();
	});

	test('reviewers read only versions that others proposed, and an exercise cannot be proposed', async () => {
		const draftHash = await publishTestVersion(createChallengeId());
		const proposedHash = await publishTestVersion(createChallengeId());
		await carryOutAct(proposedHash, people.maker, 'propose');
		const listHashesToReview = async (who: Person) =>
			(await listVersionsToReview(database, who, 'fr')).map(({ hash }) => hash);
		expect(await listHashesToReview(people.teacher)).toContain(proposedHash);
		expect(await listHashesToReview(people.teacher)).not.toContain(draftHash);
		expect(await listHashesToReview(people.maker)).not.toContain(proposedHash);
		expect(await findVersionToReview(database, people.maker, proposedHash)).toBeUndefined();
		expect(await findVersionToReview(database, people.teacher, draftHash)).toBeUndefined();
		expect((await findVersionToReview(database, people.teacher, proposedHash))?.acts).toContain('agree');
		expect(await findVersionToReview(database, { ...people.teacher, role: 'student' }, proposedHash)).toBeUndefined();
		expect(await carryOutAct('f'.repeat(64), people.curator, 'agree')).toBe('absent');
		const exerciseHash = createTestHash();
		const decision = { ...packedChallenge.challenge.decision, options: [] };
		const challenge = { ...packedChallenge.challenge, id: 'exo-000000000001', hash: exerciseHash, decision };
		await publishVersion(database, {
			account: people.maker.id,
			packed: { ...packedChallenge, challenge },
			files: CHALLENGE_FILES,
			madeFrom: null
		});
		expect(await carryOutAct(exerciseHash, people.maker, 'propose')).toBe('absent');
	});

	test('a version names its teller only as their approval of exactly that version allows', async () => {
		const row = {
			id: `problem-${uniqueNumber}`,
			language: 'fr',
			trade: 'food',
			place: '',
			card: EMPTY_PROBLEM_CARD
		} as const;
		await database.insert(problem).values({ ...row, source: 'invited', state: 'open', answerDueAt: null });
		const { hash } = await (async () => {
			const id = createChallengeId();
			const hash = await publishTestVersion(id);
			await carryOutAct(hash, people.maker, 'propose', { problemId: row.id });
			await carryOutAct(hash, people.curator, 'agree');
			await carryOutAct(hash, people.teacher, 'agree');
			return { hash };
		})();
		const readCreditedContributor = async () => (await catalogueEntryOf(database, hash, 'fr'))?.people.contributor;
		expect(await readCreditedContributor()).toEqual({ name: '', hasApproved: false });
		const approvalRow = { problemId: row.id, workId: 'draft', naming: 'firm', name: 'Four du port' } as const;
		await database.insert(approval).values({ ...approvalRow, hash: 'another' });
		expect(await readCreditedContributor()).toEqual({ name: '', hasApproved: false });
		await database.update(approval).set({ hash: hashShownParts(CHALLENGE_FILES) });
		expect(await readCreditedContributor()).toEqual({ name: 'Four du port', hasApproved: true });
		await database.update(approval).set({ naming: 'nobody', name: '' });
		expect(await readCreditedContributor()).toEqual({ name: '', hasApproved: true });
		await database.delete(problem).where(eq(problem.id, row.id));
		expect(await readCreditedContributor()).toBeNull();
	});

	test('a reviewer’s data contains their agreements, and their name is removed with their account', async () => {
		const leavingTeacher = await storePersonWithRole('teacher');
		const hash = await publishTestVersion(createChallengeId());
		await carryOutAct(hash, people.maker, 'propose');
		await carryOutAct(hash, leavingTeacher, 'agree', { text: 'Très clair.' });
		await carryOutAct(hash, people.curator, 'agree');
		const personalData = await gatherPersonalData(database, leavingTeacher.id, NOW);
		expect(personalData.publicationsChecked).toMatchObject([{ version: '1.0.0', state: 'published' }]);
		expect(personalData.publicationMessages).toMatchObject([{ act: 'agree', text: 'Très clair.' }]);
		await removePerson(database, leavingTeacher.id, NOW);
		expect((await catalogueEntryOf(database, hash, 'fr'))?.people).toMatchObject({
			teacher: null,
			curator: people.curator.name
		});
	});

	test('a published challenge leaves the catalogue when its maker’s account is deleted', async () => {
		const leavingTeacher = await storePersonWithRole('teacher');
		const id = createChallengeId();
		const hash = await publishTestVersion(id, '1.0.0', leavingTeacher);
		await carryOutAct(hash, leavingTeacher, 'propose');
		await carryOutAct(hash, people.curator, 'agree');
		await carryOutAct(hash, people.teacher, 'agree');
		expect(await isListed(id)).toBe(true);
		await removePerson(database, leavingTeacher.id, NOW);
		expect(await isListed(id)).toBe(false);
	});
});
