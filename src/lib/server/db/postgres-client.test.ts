/** Tests on a real PostgreSQL that repeated statements are prepared, and answer as before. */
import { eq, sql } from 'drizzle-orm';
import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { expect, onTestFinished, test } from 'vitest';
import { createFreshPostgres } from './testing/fresh-database.ts';
import { rowsOf } from './database.ts';

const lessonTable = pgTable('lesson', { title: text().primaryKey(), at: timestamp({ withTimezone: true }) });
const NOON = new Date('2026-03-01T12:00:00Z');

test('a repeated statement is prepared at its second use, and answers or fails as before', async () => {
	const { connection } = await createFreshPostgres();
	onTestFinished(() => connection.close());
	const { database } = connection;
	await connection.query('create table lesson (title text primary key, at timestamptz)');
	// A transaction keeps one connection, whose statements the server lists.
	await database.transaction(async (transaction) => {
		for (const [time, title] of ['one', 'two', 'three'].entries()) {
			await transaction.insert(lessonTable).values({ title, at: NOON });
			expect(await transaction.select().from(lessonTable).where(eq(lessonTable.title, title))).toEqual([
				{ title, at: NOON }
			]);
			const listed = await transaction.execute(sql`select statement from pg_prepared_statements`);
			const statements = rowsOf(listed).map(({ statement }) => String(statement));
			for (const kind of ['insert', 'select "title"'])
				expect(statements.filter((statement) => statement.startsWith(kind))).toHaveLength(time === 0 ? 0 : 1);
		}
	});
	for (let time = 0; time < 2; time++) {
		await expect(database.insert(lessonTable).values({ title: 'one', at: NOON })).rejects.toMatchObject({
			cause: { code: '23505' }
		});
	}
	expect(await database.select({ title: lessonTable.title }).from(lessonTable)).toHaveLength(3);
});
