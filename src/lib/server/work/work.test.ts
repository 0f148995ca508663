/** Tests storing and reading works, on both database engines. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SentWork } from '#lib/wire/sync.ts';
import type { Version } from '#lib/domain/work.ts';
import type { Connection, Database } from '#lib/server/db/index.ts';
import { account, work } from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { estimateStoredBytes } from './limits.ts';
import { listWorks, readWork } from './work-queries.ts';
import { removeWork } from './remove-work.ts';
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

	const version = (name: string, parent: string | null = null, main = name): Version => ({
		id: `${id}.${name}`,
		work: id,
		parent: parent && `${id}.${parent}`,
		savedAt: 1_700_000_000_000 + workCount,
		files: { 'main.ts': `${main}; '"<b>=1+1` },
		steps: { current: 'build' },
		decision: null,
		project: { title: 'Titre', card: null }
	});
	const makeSent = (head: string, expectedHead: string | null, ...versions: Version[]): SentWork => ({
		format: 1,
		account: 'lou',
		work: { id, kind: 'project', challenge: null, language: 'fr', createdAt: 1 },
		head: `${id}.${head}`,
		expected: expectedHead && `${id}.${expectedHead}`,
		versions
	});
	const putWork = (head: string, expectedHead: string | null, ...versions: Version[]) =>
		storeWork(database, 'lou', makeSent(head, expectedHead, ...versions));
	const listOpenVersions = async () =>
		(await readWork(database, { account: 'lou' }, id))?.versions.map((one) => one.id.split('.')[1]);
	const readWorkBytes = async () => (await database.select().from(work)).find((row) => row.id === id)?.bytes;

	describe('storing', () => {
		test('a work and its next versions are stored, and read as they were sent', async () => {
			expect(await putWork('a', null, version('a'))).toEqual({
				kind: 'stored',
				head: `${id}.a`,
				authors: ['lou'],
				accountBytes: expect.any(Number)
			});
			expect(await putWork('c', 'a', version('b', 'a'), version('c', 'b'))).toMatchObject({ kind: 'stored' });
			const foundWork = await readWork(database, { account: 'lou' }, id, {});
			expect(foundWork?.versions).toEqual([version('c', 'b'), version('b', 'a'), version('a')]);
			expect(foundWork?.work).toMatchObject({ id, kind: 'project', challenge: null, head: `${id}.c` });
			expect((await listWorks(database, 'lou'))[0]).toMatchObject({
				id,
				head: `${id}.c`,
				authors: ['lou'],
				copyOf: null
			});
		});

		test('versions that are sent again after a lost answer are stored once', async () => {
			await putWork('a', null, version('a'));
			const bytesBefore = await readWorkBytes();
			expect(await putWork('a', null, version('a'))).toMatchObject({ kind: 'stored' });
			await putWork('b', 'a', version('b', 'a'));
			expect(await putWork('b', 'a', version('b', 'a', 'other text'))).toMatchObject({ kind: 'stored' });
			expect(await readWorkBytes()).toBe((bytesBefore ?? 0) + estimateStoredBytes(version('b', 'a')));
			expect((await readWork(database, { account: 'lou' }, id))?.versions[0]).toEqual(version('b', 'a'));
		});

		test('the second of two machines gets a conflict, and the versions of both are kept', async () => {
			await putWork('a', null, version('a'));
			await putWork('here', 'a', version('between', 'a'), version('here', 'between'));
			expect(await putWork('there', 'a', version('there', 'a'))).toEqual({
				kind: 'conflict',
				head: `${id}.here`,
				versions: [version('here', 'between'), version('between', 'a')]
			});
			expect(await listOpenVersions()).toEqual(['here']);
			const olderWork = await readWork(database, { account: 'lou' }, id, { from: `${id}.there` });
			expect(olderWork?.versions.map((one) => one.id)).toEqual([`${id}.there`, `${id}.a`]);
			// A machine that has been told of the conflict may make its own version the head.
			expect(await putWork('there', 'here')).toMatchObject({ kind: 'stored' });
			expect(await listOpenVersions()).toEqual(['there']);
		});

		test('of several versions sent at once, one becomes the head and all are kept', async () => {
			await putWork('a', null, version('a'));
			const names = ['b', 'c', 'd', 'e', 'f', 'g'];
			const results = await Promise.all(names.map((name) => putWork(name, 'a', version(name, 'a'))));
			expect(results.filter(({ kind }) => kind === 'stored')).toHaveLength(1);
			expect(results.filter(({ kind }) => kind === 'conflict')).toHaveLength(names.length - 1);
			const storedVersions = [...names.map((name) => version(name, 'a')), version('a')];
			expect(await readWorkBytes()).toBe(storedVersions.reduce((sum, one) => sum + estimateStoredBytes(one), 0));
		});

		test('a new work sent several times at once gets the same answer each time', async () => {
			const results = await Promise.all([1, 2, 3].map(() => putWork('a', null, version('a'))));
			expect(results).toEqual(
				Array(3).fill({ kind: 'stored', head: `${id}.a`, authors: ['lou'], accountBytes: expect.any(Number) })
			);
		});
	});

	describe('refusals and limits', () => {
		test('another account’s work is absent to every request', async () => {
			await putWork('a', null, version('a'));
			expect(await storeWork(database, 'noor', makeSent('b', 'a', version('b', 'a')))).toEqual({
				kind: 'refused',
				reason: 'absent'
			});
			expect(await readWork(database, { account: 'noor' }, id)).toBeUndefined();
			expect((await listWorks(database, 'noor')).map((one) => one.id)).not.toContain(id);
			expect(await removeWork(database, 'noor', id)).toBe(false);
			expect(await listOpenVersions()).toEqual(['a']);
		});

		test.each([
			['a version with an unknown parent', () => putWork('b', 'a', version('b', 'nowhere')), 'parents'],
			['an unknown head', () => putWork('nowhere', 'a'), 'parents'],
			[
				'a new version of a missing work',
				() =>
					storeWork(database, 'lou', {
						...makeSent('b', 'a', version('b')),
						work: { ...makeSent('b', 'a').work, id: 'gone' }
					}),
				'absent'
			]
		])('%s is refused and changes nothing', async (_, attempt, reason) => {
			await putWork('a', null, version('a'));
			expect(await attempt()).toEqual({ kind: 'refused', reason });
			expect(await listOpenVersions()).toEqual(['a']);
			expect((await readWork(database, { account: 'lou' }, id, {}))?.versions).toHaveLength(1);
		});

		test('a version id that another work has is refused', async () => {
			await putWork('a', null, version('a'));
			const workWithTakenVersion = {
				...makeSent('a', null, version('a')),
				work: { ...makeSent('a', null).work, id: `${id}-other` }
			};
			expect(await storeWork(database, 'lou', workWithTakenVersion)).toEqual({ kind: 'refused', reason: 'malformed' });
		});

		test('a version or work beyond the limits of the account is refused', async () => {
			await putWork('a', null, version('a'));
			const nextWork = makeSent('b', 'a', version('b', 'a'));
			expect(await storeWork(database, 'lou', nextWork, null, { works: 1000, bytes: 100, isFull: false })).toEqual({
				kind: 'refused',
				reason: 'account-full'
			});
			const secondWork = {
				...makeSent('n', null, { ...version('n'), work: `${id}-n` }),
				work: { ...nextWork.work, id: `${id}-n` }
			};
			expect(await storeWork(database, 'lou', secondWork, null, { works: 1, bytes: 1e9, isFull: false })).toEqual({
				kind: 'refused',
				reason: 'too-many-works'
			});
			expect(await listOpenVersions()).toEqual(['a']);
		});

		test('a full server refuses new versions, and accepts versions that it already has', async () => {
			await putWork('a', null, version('a'));
			const fullServerLimits = { works: 1000, bytes: 1e9, isFull: true };
			expect(await storeWork(database, 'lou', makeSent('b', 'a', version('b', 'a')), null, fullServerLimits)).toEqual({
				kind: 'refused',
				reason: 'server-full'
			});
			expect(await storeWork(database, 'lou', makeSent('a', null, version('a')), null, fullServerLimits)).toMatchObject(
				{
					kind: 'stored'
				}
			);
		});

		test('an account’s works count compressed, and for a quarter of their length at least', async () => {
			const largeVersion = { ...version('a'), files: { 'main.ts': 'let total = 0;\n'.repeat(10_000) } };
			const answer = await putWork('a', null, largeVersion);
			const bytesBefore = answer.kind === 'stored' ? answer.accountBytes : 0;
			expect(await readWorkBytes()).toBeGreaterThan(37_500);
			expect(await readWorkBytes()).toBeLessThan(45_000);
			const nextAnswer = await putWork('b', 'a', version('b', 'a'));
			expect(nextAnswer.kind === 'stored' && nextAnswer.accountBytes).toBeGreaterThan(bytesBefore);
		});
	});

	test('a removed work is gone, and can be stored again when the removal is undone', async () => {
		await putWork('a', null, version('a'));
		expect(await removeWork(database, 'lou', id)).toBe(true);
		expect(await removeWork(database, 'lou', id)).toBe(false);
		expect(await listOpenVersions()).toBeUndefined();
		expect(await putWork('a', null, version('a'))).toMatchObject({ kind: 'stored' });
	});
});
