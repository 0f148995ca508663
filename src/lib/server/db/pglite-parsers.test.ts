/** Tests that drizzle and other queries each read times in their own way, with the parsers that PGlite holds. */
import { PGlite, type QueryOptions } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { expect, onTestFinished, test } from 'vitest';
import { connectionOfPglite } from './pglite.ts';
import { TYPES_READ_BY_DRIZZLE } from './pglite-parsers.ts';
import { rowsOf } from './database.ts';

const lessonTable = pgTable('lesson', { title: text(), at: timestamp({ withTimezone: true }), titles: text().array() });
const NOON = new Date('2026-03-01T12:00:00Z');

test(
	'drizzle selects and plain queries read the same dates, also in a transaction and on a second connection',
	{ tags: 'soak' },
	async () => {
		const client = await PGlite.create('memory://');
		onTestFinished(() => client.close());
		for (const connection of [connectionOfPglite(client), connectionOfPglite(client)]) {
			const { database } = connection;
			await connection.query(
				'drop table if exists lesson; create table lesson (title text, at timestamptz, titles text[])'
			);
			await database.insert(lessonTable).values({ title: 'one', at: NOON, titles: ['a', 'b'] });
			const expectedRow = { title: 'one', at: NOON, titles: ['a', 'b'] };
			expect(await database.select().from(lessonTable)).toEqual([expectedRow]);
			await database.transaction(async (transaction) => {
				expect(await transaction.select().from(lessonTable)).toEqual([expectedRow]);
				expect(rowsOf(await transaction.execute(sql`select at from lesson`))).toEqual([{ at: expect.any(String) }]);
			});
			for (const values of [undefined, []])
				expect((await connection.query('select at, titles from lesson', values)).rows).toEqual([
					{ at: NOON, titles: ['a', 'b'] }
				]);
		}
	}
);

test('drizzle passes its own parsers for exactly the types listed in TYPES_READ_BY_DRIZZLE', async () => {
	const client = await PGlite.create('memory://');
	onTestFinished(() => client.close());
	const passedOptions: (QueryOptions | undefined)[] = [];
	const query = client.query.bind(client);
	client.query = (statement, values, options) => {
		passedOptions.push(options);
		return query(statement, values, options);
	};
	await drizzle(client).execute(sql`select 1`);
	const types = Object.keys(passedOptions[0]?.parsers ?? {}).map(Number);
	expect(types.toSorted((one, other) => one - other)).toEqual(
		TYPES_READ_BY_DRIZZLE.toSorted((one, other) => one - other)
	);
});
