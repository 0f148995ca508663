/** Tests that repeated statements are prepared, answer as others do, and are given up in time. */
import { PGlite } from '@electric-sql/pglite';
import { beforeEach, expect, test } from 'vitest';
import { createDrizzleClient } from './pglite-parsers.ts';
import { PreparedStatements } from './pglite-statements.ts';

const INSERT_PUPIL_SQL = 'insert into pupil (id, card, born, marks) values ($1, $2, $3, $4)';
const SELECT_PUPIL_SQL = 'select id, card, born, marks from pupil where id = $1';
const BIRTHDAY = new Date('2010-05-04T00:00:00Z');

/** One store for all tests, because creating one takes seconds. The last test closes it. */
const store = await PGlite.create('memory://');

beforeEach(() =>
	store.exec(`
		deallocate all;
		drop table if exists pupil;
		create table pupil (id int primary key, card jsonb, born timestamptz, marks int[])`)
);

async function listPreparedTexts(): Promise<string[]> {
	const { rows } = await store.query<{ statement: string }>(
		'select statement from pg_prepared_statements order by prepare_time'
	);
	return rows.map(({ statement }) => statement);
}

test('a statement is prepared at its second use, and always gives the same answer as PGlite’s own query', async () => {
	const client = createDrizzleClient(store);
	for (const id of [1, 2, 3, 4]) {
		const { affectedRows } = await client.query(INSERT_PUPIL_SQL, [
			id,
			{ name: 'Zoé' },
			id === 4 ? null : BIRTHDAY,
			[12, id]
		]);
		expect(affectedRows).toBe(1);
		const answer = await client.query(SELECT_PUPIL_SQL, [id], { rowMode: 'array' });
		expect(answer).toEqual(await store.query(SELECT_PUPIL_SQL, [id], { rowMode: 'array' }));
		expect(answer.rows).toEqual([[id, { name: 'Zoé' }, id === 4 ? null : BIRTHDAY, [12, id]]]);
		expect(await listPreparedTexts()).toEqual(id === 1 ? [] : [INSERT_PUPIL_SQL, SELECT_PUPIL_SQL]);
	}
});

test('a failing statement rejects with its error code, and later statements run', async () => {
	const client = createDrizzleClient(store);
	for (const id of [1, 2]) await client.query(INSERT_PUPIL_SQL, [id, null, null, null]);
	for (let time = 0; time < 2; time++) {
		await expect(client.query(INSERT_PUPIL_SQL, [1, null, null, null])).rejects.toMatchObject({ code: '23505' });
		await expect(client.query(INSERT_PUPIL_SQL, ['one', null, null, null])).rejects.toMatchObject({ code: '22P02' });
		await expect(client.query('select nothing from pupil')).rejects.toMatchObject({ code: '42703' });
	}
	expect((await client.query(SELECT_PUPIL_SQL, [2])).rows).toHaveLength(1);
});

test('a failed transaction undoes its inserts, and an ended transaction refuses further statements', async () => {
	const client = createDrizzleClient(store);
	for (const id of [1, 2]) await client.query(INSERT_PUPIL_SQL, [id, null, null, null]);
	const lateQuery = await client.transaction(async ({ query }) => {
		await query(INSERT_PUPIL_SQL, [3, null, null, null]);
		return query;
	});
	await expect(lateQuery(INSERT_PUPIL_SQL, [4, null, null, null])).rejects.toThrow('closed');
	const failure = client.transaction(async ({ query }) => {
		await query(INSERT_PUPIL_SQL, [5, null, null, null]);
		await query(INSERT_PUPIL_SQL, [1, null, null, null]);
	});
	await expect(failure).rejects.toMatchObject({ code: '23505' });
	await client.query(INSERT_PUPIL_SQL, [6, null, null, null]);
	expect((await store.query('select id from pupil order by id', [], { rowMode: 'array' })).rows.flat()).toEqual([
		1, 2, 3, 6
	]);
});

test('queries that are sent at once each get their own answer', async () => {
	const client = createDrizzleClient(store);
	const answers = await Promise.all(
		Array.from({ length: 50 }, (_, number) =>
			number % 2 === 0
				? client.query('select $1::int', [number], { rowMode: 'array' })
				: client.transaction(({ query }) => query('select $1::int', [number], { rowMode: 'array' }))
		)
	);
	expect(answers.map(({ rows }) => rows)).toEqual(answers.map((_, number) => [[number]]));
});

test('a statement is prepared anew after a minute', async () => {
	let now = 0;
	const statements = new PreparedStatements(store, () => now);
	const names: unknown[] = [];
	for (now of [0, 59_000, 61_000]) {
		expect((await statements.run('select $1::int as number', [now], {})).rows).toEqual([{ number: now }]);
		const { rows } = await store.query<{ name: string }>('select name from pg_prepared_statements');
		names.push(rows.map(({ name }) => name));
	}
	expect(names).toEqual([['statement_1'], ['statement_1'], ['statement_2']]);
});

test('beyond 250 prepared statements, the least recently used are closed', async () => {
	const statements = new PreparedStatements(store);
	for (let number = 0; number < 252; number++) {
		await statements.run(`select ${number}`, [], {});
		await statements.run('select 0', [], {});
	}
	const texts = await listPreparedTexts();
	expect(texts).toHaveLength(250);
	expect(texts).toContain('select 0');
	expect(texts).not.toContain('select 1');
	expect(texts).not.toContain('select 2');
});

test('a closed store refuses prepared statements', async () => {
	const client = createDrizzleClient(store);
	for (let time = 0; time < 2; time++) await client.query('select 1');
	await store.close();
	await expect(client.query('select 1')).rejects.toThrow('PGlite is closed');
});
