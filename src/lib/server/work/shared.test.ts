/** Tests a work of two authors: reading, writing, and what each keeps after separation. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import type { SentWork } from '#lib/wire/sync.ts';
import type { Decision, Decisions, Version } from '#lib/domain/work.ts';
import type { Connection, Database } from '#lib/server/db/index.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { workDataOf } from '#lib/server/personal-data/works.ts';
import { removePerson } from '#lib/server/personal-data/remove-person.ts';
import { separatePairWork } from '#lib/server/pairs/separate-pair-work.ts';
import { listWorks, readWork } from './work-queries.ts';
import { removeWorkForAuthor } from './remove-work.ts';
import { storeWork, type SecondStudent } from './store-work.ts';

const createPaperDecision = (text: string): Decision => ({ option: 'paper', position: text });

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let workCount = 0;
	let id = '';
	let besideStudent: SecondStudent;

	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		({ database } = connection);
		await database.insert(schema.schoolClass).values({ id: 'class', name: '2de 4', joinCode: 'CDF346' });
	});
	afterAll(() => connection.close());
	beforeEach(async () => {
		id = `work-${++workCount}`;
		for (const one of ['lou', 'noe', 'zoe']) {
			await database
				.insert(schema.account)
				.values({ id: one, role: 'student', name: '', email: `${one}@invalid` })
				.onConflictDoNothing();
			await database
				.insert(schema.membership)
				.values({ id: one, classId: 'class', accountId: one, pseudonym: one, pseudonymKey: one })
				.onConflictDoNothing();
		}
		besideStudent = await storePair('noe', 'lou');
	});

	/** Stores a pair: `first` is signed in, `second` works at the same machine. */
	async function storePair(first: string, second: string): Promise<SecondStudent> {
		const pair = `pair-${id}-${first}-${second}`;
		await database
			.insert(schema.session)
			.values({ id: pair, token: pair, accountId: first, expiresAt: new Date(Date.now() + 1e8) });
		await database
			.insert(schema.pair)
			.values({ id: pair, sessionId: pair, classId: 'class', firstMember: first, secondMember: second });
		return { pair, account: second };
	}

	const createVersion = (
		name: string,
		parent: string | null = null,
		decision: Decision | null = null,
		others?: Decisions
	): Version => ({
		id: `${id}.${name}`,
		work: id,
		parent: parent && `${id}.${parent}`,
		savedAt: 1_700_000_000_000 + workCount,
		files: { 'main.ts': `${name}; '"<b>=1+1` },
		steps: { format: 2, current: 'build' },
		decision,
		...(others && { others }),
		project: null
	});
	const createSentWork = (
		authors: string[],
		head: string,
		expected: string | null,
		...versions: Version[]
	): SentWork => ({
		format: 1,
		account: 'noe',
		work: { id, kind: 'project', challenge: null, language: 'fr', createdAt: 1, authors },
		head: `${id}.${head}`,
		expected: expected && `${id}.${expected}`,
		versions
	});
	const bothAccounts = ['noe', 'lou'];
	/** Stores versions as Noé, while Lou sits beside him. */
	const storeAsPair = (head: string, expected: string | null, ...versions: Version[]) =>
		storeWork(database, 'noe', createSentWork(bothAccounts, head, expected, ...versions), besideStudent);
	const storeAlone = (account: string, head: string, expected: string | null, ...versions: Version[]) =>
		storeWork(database, account, createSentWork(bothAccounts, head, expected, ...versions));
	const readOpenVersion = async (account: string, beside?: string) =>
		(await readWork(database, { account, besideAccount: beside }, id))?.versions[0];
	const hasWork = async (account: string) => (await listWorks(database, account)).some((one) => one.id === id);
	const readStoredVersionsText = async () =>
		JSON.stringify(await database.select().from(schema.version).where(eq(schema.version.workId, id)));

	describe('authors of a shared work', () => {
		test('a work that a pair begins belongs to both students, with all its versions', async () => {
			expect(await storeAsPair('b', null, createVersion('a'), createVersion('b', 'a'))).toMatchObject({
				kind: 'stored',
				authors: ['lou', 'noe']
			});
			for (const account of bothAccounts) {
				const foundWork = await readWork(database, { account }, id, {});
				expect(foundWork?.work.authors).toEqual(['lou', 'noe']);
				expect(foundWork?.versions.map((one) => one.id)).toEqual([`${id}.b`, `${id}.a`]);
			}
			expect(await hasWork('zoe')).toBe(false);
		});

		test('of a work begun alone, the second student reads only the versions made together', async () => {
			const firstVersion = {
				...createVersion('a', null, createPaperDecision('before')),
				steps: { format: 1, decision: createPaperDecision('in the steps') }
			};
			await storeWork(database, 'noe', createSentWork([], 'a', null, firstVersion));
			expect(await storeAsPair('b', 'a', createVersion('b', 'a', createPaperDecision('of Noé')))).toMatchObject({
				authors: ['lou', 'noe']
			});
			const foundWork = await readWork(database, { account: 'lou' }, id, {});
			expect(foundWork?.versions.map((one) => one.id)).toEqual([`${id}.b`]);
			expect((await readWork(database, { account: 'lou' }, id, { from: `${id}.a` }))?.versions).toEqual([]);
			const workData = (await workDataOf(database, 'lou')).find((one) => one.id === id);
			expect(workData?.versions.map((one) => one.id)).toEqual([`${id}.b`]);
			expect(JSON.stringify([foundWork, workData])).not.toMatch(/before|in the steps|of Noé/);
			expect((await readWork(database, { account: 'noe' }, id, {}))?.versions).toHaveLength(2);
		});

		test('a work sent with one author is not given to the second student', async () => {
			await storeWork(database, 'noe', createSentWork(['noe'], 'a', null, createVersion('a')), besideStudent);
			expect(await hasWork('lou')).toBe(false);
		});

		test('a pair that has ended, consists of other students or is invented adds no author', async () => {
			await database.delete(schema.session).where(eq(schema.session.id, besideStudent.pair));
			expect(
				await storeAsPair('a', null, createVersion('a', null, null, { lou: createPaperDecision('forged') }))
			).toMatchObject({
				kind: 'stored',
				authors: ['noe']
			});
			const otherPair = await storePair('zoe', 'lou');
			for (const beside of [otherPair, { pair: 'made up', account: 'lou' }, { ...otherPair, account: 'zoe' }]) {
				const result = await storeWork(database, 'noe', createSentWork(['noe', beside.account], 'a', null), beside);
				expect(result).toMatchObject({ authors: ['noe'] });
			}
			expect(await readStoredVersionsText()).not.toContain('forged');
		});

		test('a second student who has left the class does not become an author', async () => {
			await database.delete(schema.membership).where(eq(schema.membership.id, 'lou'));
			expect(await storeAsPair('a', null, createVersion('a'))).toMatchObject({ kind: 'stored', authors: ['noe'] });
		});

		test('each author can save alone, and versions from two machines at once give a conflict', async () => {
			await storeAsPair('a', null, createVersion('a'));
			expect(await storeAlone('lou', 'b', 'a', createVersion('b', 'a'))).toMatchObject({
				kind: 'stored',
				authors: ['lou', 'noe']
			});
			expect(await storeAlone('noe', 'c', 'a', createVersion('c', 'a'))).toMatchObject({
				kind: 'conflict',
				head: `${id}.b`,
				versions: [{ id: `${id}.b` }]
			});
			expect((await readOpenVersion('noe'))?.id).toBe(`${id}.b`);
		});
	});

	describe('decisions of a pair', () => {
		test('each student reads only their own decision, except where both sit together', async () => {
			await storeAsPair(
				'a',
				null,
				createVersion('a', null, createPaperDecision('of Noé'), { lou: createPaperDecision('of Lou') })
			);
			expect(await readOpenVersion('noe')).toEqual(createVersion('a', null, createPaperDecision('of Noé')));
			expect(await readOpenVersion('lou')).toEqual(createVersion('a', null, createPaperDecision('of Lou')));
			expect(await readOpenVersion('noe', 'lou')).toEqual(
				createVersion('a', null, createPaperDecision('of Noé'), { lou: createPaperDecision('of Lou') })
			);
			expect(JSON.stringify(await workDataOf(database, 'lou'))).not.toContain('of Noé');
		});

		test('a student who saves alone can neither change nor undo the other’s decision', async () => {
			await storeAsPair(
				'a',
				null,
				createVersion('a', null, createPaperDecision('of Noé'), { lou: createPaperDecision('of Lou') })
			);
			await storeAlone(
				'noe',
				'b',
				'a',
				createVersion('b', 'a', createPaperDecision('again'), { lou: createPaperDecision('forged') })
			);
			expect((await readOpenVersion('lou'))?.decision).toEqual(createPaperDecision('of Lou'));
			await storeAlone('lou', 'c', 'b', createVersion('c', 'b', createPaperDecision('other')));
			// Noé makes an earlier version the head again.
			await storeAlone('noe', 'a', 'c');
			expect((await readOpenVersion('lou'))?.decision).toEqual(createPaperDecision('other'));
			expect((await readOpenVersion('noe'))?.decision).toEqual(createPaperDecision('of Noé'));
		});

		test('a late version that becomes the head keeps the other student’s decision made meanwhile', async () => {
			await storeAsPair(
				'a',
				null,
				createVersion('a', null, createPaperDecision('of Noé'), { lou: createPaperDecision('of Lou') })
			);
			await storeAlone('lou', 'b', 'a', createVersion('b', 'a', createPaperDecision('later')));
			await storeAlone('noe', 'c', 'a', createVersion('c', 'a', createPaperDecision('late')));
			await storeAlone('noe', 'c', 'b');
			expect((await readOpenVersion('lou'))?.decision).toEqual(createPaperDecision('later'));
			expect((await readOpenVersion('noe'))?.decision).toEqual(createPaperDecision('late'));
		});
	});

	describe('separation of a pair', () => {
		const storeAndSeparate = async () => {
			await storeAsPair(
				'a',
				null,
				createVersion('a', null, createPaperDecision('of Noé'), { lou: createPaperDecision('of Lou') })
			);
			return async (account: string) => {
				await separatePairWork(database, account, id);
				return (await listWorks(database, 'lou')).find((one) => one.copyOf === id);
			};
		};

		test.each(bothAccounts)(
			'after %s separates, the first author keeps the work and the second gets a copy, each with their decision',
			async (by) => {
				const copiedWork = await (await storeAndSeparate())(by);
				expect(await readOpenVersion('noe')).toEqual(createVersion('a', null, createPaperDecision('of Noé')));
				expect(await readOpenVersion('lou')).toBeUndefined();
				const foundWork = await readWork(database, { account: 'lou' }, copiedWork?.id ?? '');
				expect(foundWork?.work).toMatchObject({ authors: ['lou'], kind: 'project' });
				expect(foundWork?.versions).toMatchObject([
					{
						parent: `${id}.a`,
						files: createVersion('a').files,
						steps: createVersion('a').steps,
						decision: createPaperDecision('of Lou')
					}
				]);
				expect(JSON.stringify(foundWork)).not.toContain('of Noé');
				expect(await readStoredVersionsText()).not.toContain('of Lou');
				expect(await readWork(database, { account: 'noe' }, copiedWork?.id ?? '')).toBeUndefined();
			}
		);

		test('separating twice, or by both, makes one copy, and each student gets their own work’s id', async () => {
			const copiedWork = await (await storeAndSeparate())('noe');
			expect(await separatePairWork(database, 'lou', id)).toBe(copiedWork?.id);
			expect(await separatePairWork(database, 'noe', id)).toBe(id);
			expect((await listWorks(database, 'lou')).filter((one) => one.copyOf === id)).toHaveLength(1);
		});

		test('after separating, each work has a single author, though the pair goes on', async () => {
			const copiedWork = await (await storeAndSeparate())('noe');
			expect(await storeAlone('lou', 'b', 'a', createVersion('b', 'a'))).toEqual({ kind: 'refused', reason: 'absent' });
			const ownSentWork = { ...createSentWork(['noe'], 'b', 'a', createVersion('b', 'a')) };
			expect(await storeWork(database, 'noe', ownSentWork, besideStudent)).toMatchObject({ authors: ['noe'] });
			expect(copiedWork?.authors).toEqual(['lou']);
		});

		test('a work of one person, or of others, cannot be separated', async () => {
			await storeWork(database, 'noe', createSentWork(['noe'], 'a', null, createVersion('a')));
			expect(await separatePairWork(database, 'noe', id)).toBe(id);
			expect(await separatePairWork(database, 'noe', 'nothing')).toBeUndefined();
			expect(await separatePairWork(database, 'lou', id)).toBeUndefined();
			expect((await readOpenVersion('noe'))?.id).toBe(`${id}.a`);
			await storeAsPair('b', 'a', createVersion('b', 'a'));
			expect(await separatePairWork(database, 'zoe', id)).toBeUndefined();
			expect(await hasWork('lou')).toBe(true);
		});

		test('when one student removes the work, the other keeps it without the first one’s decision', async () => {
			await storeAndSeparate();
			expect(await removeWorkForAuthor(database, 'lou', id)).toBe(true);
			expect((await readOpenVersion('noe'))?.decision).toEqual(createPaperDecision('of Noé'));
			expect(await readStoredVersionsText()).not.toContain('of Lou');
			expect(await removeWorkForAuthor(database, 'noe', id)).toBe(true);
			expect(await readStoredVersionsText()).toBe('[]');
		});

		test('deleting an account ends its pair and erases its decision from the shared work', async () => {
			await storeAndSeparate();
			await removePerson(database, 'lou', new Date());
			expect((await readOpenVersion('noe'))?.decision).toEqual(createPaperDecision('of Noé'));
			expect(await readStoredVersionsText()).not.toContain('of Lou');
			expect(await database.select().from(schema.pair).where(eq(schema.pair.id, besideStudent.pair))).toEqual([]);
		});
	});
});
