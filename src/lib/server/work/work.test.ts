/** Tests storing and reading works, on both database engines. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SentWork } from '#lib/wire/sync.ts';
import type { Version } from '#lib/domain/work.ts';
import type { Connection, Database } from '#lib/server/db/index.ts';
import { account, work } from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { estimateStoredBytes } from './quota.ts';
import { listWorks, readWork } from './work-queries.ts';
import { removeWorkForAuthor } from './remove-work.ts';
import { storeWork } from './store-work.ts';

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let workCount = 0;
	let id = '';

	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		({ database } = connection);
		const people = ['lou', 'noor'].map((one) => ({
			id: one,
			role: 'student' as const,
			name: '',
			email: `${one}@invalid`
		}));
		await database.insert(account).values(people);
	});
	afterAll(() => connection.close());
	beforeEach(() => {
		id = `work-${++workCount}`;
	});

	const createVersion = (name: string, parent: string | null = null, main = name): Version => ({
		id: `${id}.${name}`,
		work: id,
		parent: parent && `${id}.${parent}`,
		savedAt: 1_700_000_000_000 + workCount,
		files: { 'main.ts': `${main}; '"<b>=1+1` },
		steps: { current: 'build' },
		decision: null,
		project: { title: 'Titre', card: null }
	});
	const createSentWork = (head: string, expectedHead: string | null, ...versions: Version[]): SentWork => ({
		format: 1,
		account: 'lou',
		work: { id, kind: 'project', challenge: null, language: 'fr', createdAt: 1 },
		head: `${id}.${head}`,
		expected: expectedHead && `${id}.${expectedHead}`,
		versions
	});
	const storeVersions = (head: string, expectedHead: string | null, ...versions: Version[]) =>
		storeWork(database, 'lou', createSentWork(head, expectedHead, ...versions));
	const listReadableVersionNames = async () =>
		(await readWork(database, { account: 'lou' }, id))?.versions.map((one) => one.id.split('.')[1]);
	const readWorkBytes = async () => (await database.select().from(work)).find((row) => row.id === id)?.bytes;

	describe('storing', () => {
		test('a work and its next versions are stored, and read as they were sent', async () => {
			expect(await storeVersions('a', null, createVersion('a'))).toEqual({
				kind: 'stored',
				head: `${id}.a`,
				authors: ['lou'],
				accountBytes: expect.any(Number)
			});
			expect(await storeVersions('c', 'a', createVersion('b', 'a'), createVersion('c', 'b'))).toMatchObject({
				kind: 'stored'
			});
			const foundWork = await readWork(database, { account: 'lou' }, id, {});
			expect(foundWork?.versions).toEqual([createVersion('c', 'b'), createVersion('b', 'a'), createVersion('a')]);
			expect(foundWork?.work).toMatchObject({ id, kind: 'project', challenge: null, head: `${id}.c` });
			expect((await listWorks(database, 'lou'))[0]).toMatchObject({
				id,
				head: `${id}.c`,
				authors: ['lou'],
				copyOf: null
			});
		});

		test('versions that are sent again after a lost answer are stored once', async () => {
			await storeVersions('a', null, createVersion('a'));
			const bytesBefore = await readWorkBytes();
			expect(await storeVersions('a', null, createVersion('a'))).toMatchObject({ kind: 'stored' });
			await storeVersions('b', 'a', createVersion('b', 'a'));
			expect(await storeVersions('b', 'a', createVersion('b', 'a', 'other text'))).toMatchObject({ kind: 'stored' });
			expect(await readWorkBytes()).toBe((bytesBefore ?? 0) + estimateStoredBytes(createVersion('b', 'a')));
			expect((await readWork(database, { account: 'lou' }, id))?.versions[0]).toEqual(createVersion('b', 'a'));
		});

		test('the second of two machines gets a conflict, and the versions of both are kept', async () => {
			await storeVersions('a', null, createVersion('a'));
			await storeVersions('here', 'a', createVersion('between', 'a'), createVersion('here', 'between'));
			expect(await storeVersions('there', 'a', createVersion('there', 'a'))).toEqual({
				kind: 'conflict',
				head: `${id}.here`,
				versions: [createVersion('here', 'between'), createVersion('between', 'a')]
			});
			expect(await listReadableVersionNames()).toEqual(['here']);
			const olderWork = await readWork(database, { account: 'lou' }, id, { from: `${id}.there` });
			expect(olderWork?.versions.map((one) => one.id)).toEqual([`${id}.there`, `${id}.a`]);
			// A machine that has been told of the conflict may make its own version the head.
			expect(await storeVersions('there', 'here')).toMatchObject({ kind: 'stored' });
			expect(await listReadableVersionNames()).toEqual(['there']);
		});

		test('of several versions sent at once, one becomes the head and all are kept', async () => {
			await storeVersions('a', null, createVersion('a'));
			const names = ['b', 'c', 'd', 'e', 'f', 'g'];
			const results = await Promise.all(names.map((name) => storeVersions(name, 'a', createVersion(name, 'a'))));
			expect(results.filter(({ kind }) => kind === 'stored')).toHaveLength(1);
			expect(results.filter(({ kind }) => kind === 'conflict')).toHaveLength(names.length - 1);
			const storedVersions = [...names.map((name) => createVersion(name, 'a')), createVersion('a')];
			expect(await readWorkBytes()).toBe(storedVersions.reduce((sum, one) => sum + estimateStoredBytes(one), 0));
		});

		test('a new work sent several times at once gets the same answer each time', async () => {
			const results = await Promise.all([1, 2, 3].map(() => storeVersions('a', null, createVersion('a'))));
			expect(results).toEqual(
				Array(3).fill({ kind: 'stored', head: `${id}.a`, authors: ['lou'], accountBytes: expect.any(Number) })
			);
		});
	});

	describe('refusals and limits', () => {
		test('another account’s work is absent to every request', async () => {
			await storeVersions('a', null, createVersion('a'));
			expect(await storeWork(database, 'noor', createSentWork('b', 'a', createVersion('b', 'a')))).toEqual({
				kind: 'refused',
				reason: 'absent'
			});
			expect(await readWork(database, { account: 'noor' }, id)).toBeUndefined();
			expect((await listWorks(database, 'noor')).map((one) => one.id)).not.toContain(id);
			expect(await removeWorkForAuthor(database, 'noor', id)).toBe(false);
			expect(await listReadableVersionNames()).toEqual(['a']);
		});

		test.each([
			['a version with an unknown parent', () => storeVersions('b', 'a', createVersion('b', 'nowhere')), 'parents'],
			['an unknown head', () => storeVersions('nowhere', 'a'), 'parents'],
			[
				'a new version of a missing work',
				() =>
					storeWork(database, 'lou', {
						...createSentWork('b', 'a', createVersion('b')),
						work: { ...createSentWork('b', 'a').work, id: 'gone' }
					}),
				'absent'
			]
		])('%s is refused and changes nothing', async (_, attempt, reason) => {
			await storeVersions('a', null, createVersion('a'));
			expect(await attempt()).toEqual({ kind: 'refused', reason });
			expect(await listReadableVersionNames()).toEqual(['a']);
			expect((await readWork(database, { account: 'lou' }, id, {}))?.versions).toHaveLength(1);
		});

		test('a version id that another work has is refused', async () => {
			await storeVersions('a', null, createVersion('a'));
			const workWithTakenVersion = {
				...createSentWork('a', null, createVersion('a')),
				work: { ...createSentWork('a', null).work, id: `${id}-other` }
			};
			expect(await storeWork(database, 'lou', workWithTakenVersion)).toEqual({ kind: 'refused', reason: 'malformed' });
		});

		test('a version or work beyond the limits of the account is refused', async () => {
			await storeVersions('a', null, createVersion('a'));
			const nextWork = createSentWork('b', 'a', createVersion('b', 'a'));
			expect(await storeWork(database, 'lou', nextWork, null, { works: 1000, bytes: 100, isFull: false })).toEqual({
				kind: 'refused',
				reason: 'account-full'
			});
			const secondWork = {
				...createSentWork('n', null, { ...createVersion('n'), work: `${id}-n` }),
				work: { ...nextWork.work, id: `${id}-n` }
			};
			expect(await storeWork(database, 'lou', secondWork, null, { works: 1, bytes: 1e9, isFull: false })).toEqual({
				kind: 'refused',
				reason: 'too-many-works'
			});
			expect(await listReadableVersionNames()).toEqual(['a']);
		});

		test('a full server refuses new versions, and accepts versions that it already has', async () => {
			await storeVersions('a', null, createVersion('a'));
			const fullServerLimits = { works: 1000, bytes: 1e9, isFull: true };
			expect(
				await storeWork(database, 'lou', createSentWork('b', 'a', createVersion('b', 'a')), null, fullServerLimits)
			).toEqual({
				kind: 'refused',
				reason: 'server-full'
			});
			expect(
				await storeWork(database, 'lou', createSentWork('a', null, createVersion('a')), null, fullServerLimits)
			).toMatchObject({
				kind: 'stored'
			});
		});

		test('an account’s works count compressed, and for a quarter of their length at least', async () => {
			const largeVersion = { ...createVersion('a'), files: { 'main.ts': 'let total = 0;\n'.repeat(10_000) } };
			const answer = await storeVersions('a', null, largeVersion);
			const bytesBefore = answer.kind === 'stored' ? answer.accountBytes : 0;
			expect(await readWorkBytes()).toBeGreaterThan(37_500);
			expect(await readWorkBytes()).toBeLessThan(45_000);
			const nextAnswer = await storeVersions('b', 'a', createVersion('b', 'a'));
			expect(nextAnswer.kind === 'stored' && nextAnswer.accountBytes).toBeGreaterThan(bytesBefore);
		});
	});

	test('a removed work is gone, and can be stored again when the removal is undone', async () => {
		await storeVersions('a', null, createVersion('a'));
		expect(await removeWorkForAuthor(database, 'lou', id)).toBe(true);
		expect(await removeWorkForAuthor(database, 'lou', id)).toBe(false);
		expect(await listReadableVersionNames()).toBeUndefined();
		expect(await storeVersions('a', null, createVersion('a'))).toMatchObject({ kind: 'stored' });
	});
});
