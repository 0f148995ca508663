/** Tests a work of two authors: reading, writing, and what each keeps after separation. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import type { SentWork } from '#lib/wire/sync.ts';
import type { Decision, Decisions, Version } from '#lib/domain/work.ts';
import type { Connection, Database } from '#lib/server/db/index.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { ENGINES_OF_THIS_RUN, freshDatabase } from '#lib/server/db/testing/fresh.ts';
import { workDataOf } from '#lib/server/personal-data/works.ts';
import { removePerson } from '#lib/server/personal-data/remove.ts';
import { separatePairWork } from '#lib/server/pairs/separate-pair-work.ts';
import { listWorks, readWork } from './work-queries.ts';
import { removeWork } from './remove.ts';
import { storeWork, type SecondStudent } from './store.ts';

const position = (text: string): Decision => ({ option: 'paper', position: text });

describe.each(ENGINES_OF_THIS_RUN)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	let workCount = 0;
	let id = '';
	let together: SecondStudent;

	beforeAll(async () => {
		connection = await freshDatabase(engine);
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
		together = await aPair('noe', 'lou');
	});

	/** Seats a pair: `first` is signed in, `second` sits beside. */
	async function aPair(first: string, second: string): Promise<SecondStudent> {
		const pair = `pair-${id}-${first}-${second}`;
		await database
			.insert(schema.session)
			.values({ id: pair, token: pair, accountId: first, expiresAt: new Date(Date.now() + 1e8) });
		await database
			.insert(schema.pair)
			.values({ id: pair, sessionId: pair, classId: 'class', firstMember: first, secondMember: second });
		return { pair, account: second };
	}

	const version = (
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
	const makeSent = (authors: string[], head: string, expected: string | null, ...versions: Version[]): SentWork => ({
		format: 1,
		account: 'noe',
		work: { id, kind: 'project', challenge: null, language: 'fr', createdAt: 1, authors },
		head: `${id}.${head}`,
		expected: expected && `${id}.${expected}`,
		versions
	});
	const both = ['noe', 'lou'];
	/** Stores versions as Noé, with Lou sitting beside him. */
	const put = (head: string, expected: string | null, ...versions: Version[]) =>
		storeWork(database, 'noe', makeSent(both, head, expected, ...versions), together);
	const alone = (account: string, head: string, expected: string | null, ...versions: Version[]) =>
		storeWork(database, account, makeSent(both, head, expected, ...versions));
	const opens = async (account: string, beside?: string) =>
		(await readWork(database, { account, beside }, id))?.versions[0];
	const has = async (account: string) => (await listWorks(database, account)).some((one) => one.id === id);
	const readWritten = async () =>
		JSON.stringify(await database.select().from(schema.version).where(eq(schema.version.workId, id)));

	describe('whose it is', () => {
		test('begun together it is both’s, at once and whole', async () => {
			expect(await put('b', null, version('a'), version('b', 'a'))).toMatchObject({
				kind: 'stored',
				authors: ['lou', 'noe']
			});
			for (const account of both) {
				const foundWork = await readWork(database, { account }, id, {});
				expect(foundWork?.work.authors).toEqual(['lou', 'noe']);
				expect(foundWork?.versions.map((one) => one.id)).toEqual([`${id}.b`, `${id}.a`]);
			}
			expect(await has('zoe')).toBe(false);
		});

		test('gone on with together, what was there before stays with who made it', async () => {
			const firstVersion = {
				...version('a', null, position('before')),
				steps: { format: 1, decision: position('in the steps') }
			};
			await storeWork(database, 'noe', makeSent([], 'a', null, firstVersion));
			expect(await put('b', 'a', version('b', 'a', position('of Noé')))).toMatchObject({ authors: ['lou', 'noe'] });
			const foundWork = await readWork(database, { account: 'lou' }, id, {});
			expect(foundWork?.versions.map((one) => one.id)).toEqual([`${id}.b`]);
			expect((await readWork(database, { account: 'lou' }, id, { from: `${id}.a` }))?.versions).toEqual([]);
			const workData = (await workDataOf(database, 'lou')).find((one) => one.id === id);
			expect(workData?.versions.map((one) => one.id)).toEqual([`${id}.b`]);
			expect(JSON.stringify([foundWork, workData])).not.toMatch(/before|in the steps|of Noé/);
			expect((await readWork(database, { account: 'noe' }, id, {}))?.versions).toHaveLength(2);
		});

		test('the other gets nothing that is not said to be both’s', async () => {
			await storeWork(database, 'noe', makeSent(['noe'], 'a', null, version('a')), together);
			expect(await has('lou')).toBe(false);
		});

		test('a pair that has ended gives nothing, nor one of other people, nor one that was made up', async () => {
			await database.delete(schema.session).where(eq(schema.session.id, together.pair));
			expect(await put('a', null, version('a', null, null, { lou: position('forged') }))).toMatchObject({
				kind: 'stored',
				authors: ['noe']
			});
			const others = await aPair('zoe', 'lou');
			for (const beside of [others, { pair: 'made up', account: 'lou' }, { ...others, account: 'zoe' }]) {
				const result = await storeWork(database, 'noe', makeSent(['noe', beside.account], 'a', null), beside);
				expect(result).toMatchObject({ authors: ['noe'] });
			}
			expect(await readWritten()).not.toContain('forged');
		});

		test('by the time it is sent the other is gone from the class: it is one person’s', async () => {
			await database.delete(schema.membership).where(eq(schema.membership.id, 'lou'));
			expect(await put('a', null, version('a'))).toMatchObject({ kind: 'stored', authors: ['noe'] });
		});

		test('one of them goes on alone, and it stays both’s; two machines at once keep both', async () => {
			await put('a', null, version('a'));
			expect(await alone('lou', 'b', 'a', version('b', 'a'))).toMatchObject({
				kind: 'stored',
				authors: ['lou', 'noe']
			});
			expect(await alone('noe', 'c', 'a', version('c', 'a'))).toMatchObject({
				kind: 'conflict',
				head: `${id}.b`,
				versions: [{ id: `${id}.b` }]
			});
			expect((await opens('noe'))?.id).toBe(`${id}.b`);
		});
	});

	describe('decisions of the two', () => {
		test('each for themselves: neither reads the other’s, but where both sit', async () => {
			await put('a', null, version('a', null, position('of Noé'), { lou: position('of Lou') }));
			expect(await opens('noe')).toEqual(version('a', null, position('of Noé')));
			expect(await opens('lou')).toEqual(version('a', null, position('of Lou')));
			expect(await opens('noe', 'lou')).toEqual(version('a', null, position('of Noé'), { lou: position('of Lou') }));
			expect(JSON.stringify(await workDataOf(database, 'lou'))).not.toContain('of Noé');
		});

		test('alone nobody decides for the other, nor takes back what they decided', async () => {
			await put('a', null, version('a', null, position('of Noé'), { lou: position('of Lou') }));
			await alone('noe', 'b', 'a', version('b', 'a', position('again'), { lou: position('forged') }));
			expect((await opens('lou'))?.decision).toEqual(position('of Lou'));
			await alone('lou', 'c', 'b', version('c', 'b', position('other')));
			// Noé makes a version the head that was stored before.
			await alone('noe', 'a', 'c');
			expect((await opens('lou'))?.decision).toEqual(position('other'));
			expect((await opens('noe'))?.decision).toEqual(position('of Noé'));
		});

		test('a late version is kept beside, with the other’s decision made meanwhile', async () => {
			await put('a', null, version('a', null, position('of Noé'), { lou: position('of Lou') }));
			await alone('lou', 'b', 'a', version('b', 'a', position('later')));
			await alone('noe', 'c', 'a', version('c', 'a', position('late')));
			await alone('noe', 'c', 'b');
			expect((await opens('lou'))?.decision).toEqual(position('later'));
			expect((await opens('noe'))?.decision).toEqual(position('late'));
		});
	});

	describe('going apart', () => {
		const apart = async () => {
			await put('a', null, version('a', null, position('of Noé'), { lou: position('of Lou') }));
			return async (account: string) => {
				await separatePairWork(database, account, id);
				return (await listWorks(database, 'lou')).find((one) => one.copyOf === id);
			};
		};

		test.each(both)(
			'said by %s: who began it keeps it, the other has a copy, each with their own decision',
			async (by) => {
				const copy = await (await apart())(by);
				expect(await opens('noe')).toEqual(version('a', null, position('of Noé')));
				expect(await opens('lou')).toBeUndefined();
				const foundWork = await readWork(database, { account: 'lou' }, copy?.id ?? '');
				expect(foundWork?.work).toMatchObject({ authors: ['lou'], kind: 'project' });
				expect(foundWork?.versions).toMatchObject([
					{ parent: `${id}.a`, files: version('a').files, steps: version('a').steps, decision: position('of Lou') }
				]);
				expect(JSON.stringify(foundWork)).not.toContain('of Noé');
				expect(await readWritten()).not.toContain('of Lou');
				expect(await readWork(database, { account: 'noe' }, copy?.id ?? '')).toBeUndefined();
			}
		);

		test('said twice, or by both, it is done once, and each hears what is theirs', async () => {
			const copy = await (await apart())('noe');
			expect(await separatePairWork(database, 'lou', id)).toBe(copy?.id);
			expect(await separatePairWork(database, 'noe', id)).toBe(id);
			expect((await listWorks(database, 'lou')).filter((one) => one.copyOf === id)).toHaveLength(1);
		});

		test('afterwards neither is author of the other’s, though the pair goes on', async () => {
			const copy = await (await apart())('noe');
			expect(await alone('lou', 'b', 'a', version('b', 'a'))).toEqual({ kind: 'refused', reason: 'absent' });
			const own = { ...makeSent(['noe'], 'b', 'a', version('b', 'a')) };
			expect(await storeWork(database, 'noe', own, together)).toMatchObject({ authors: ['noe'] });
			expect(copy?.authors).toEqual(['lou']);
		});

		test('a work of one person, or of others, cannot be separated', async () => {
			await storeWork(database, 'noe', makeSent(['noe'], 'a', null, version('a')));
			expect(await separatePairWork(database, 'noe', id)).toBe(id);
			expect(await separatePairWork(database, 'noe', 'nothing')).toBeUndefined();
			expect(await separatePairWork(database, 'lou', id)).toBeUndefined();
			expect((await opens('noe'))?.id).toBe(`${id}.a`);
			await put('b', 'a', version('b', 'a'));
			expect(await separatePairWork(database, 'zoe', id)).toBeUndefined();
			expect(await has('lou')).toBe(true);
		});

		test('one lets go of it: the other keeps it, and nothing that the one decided', async () => {
			await apart();
			expect(await removeWork(database, 'lou', id)).toBe(true);
			expect((await opens('noe'))?.decision).toEqual(position('of Noé'));
			expect(await readWritten()).not.toContain('of Lou');
			expect(await removeWork(database, 'noe', id)).toBe(true);
			expect(await readWritten()).toBe('[]');
		});

		test('an account is deleted: the pair has ended, and what the one decided is gone', async () => {
			await apart();
			await removePerson(database, 'lou', new Date());
			expect((await opens('noe'))?.decision).toEqual(position('of Noé'));
			expect(await readWritten()).not.toContain('of Lou');
			expect(await database.select().from(schema.pair).where(eq(schema.pair.id, together.pair))).toEqual([]);
		});
	});
});
