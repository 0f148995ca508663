/** Tests that migrations run once, failed transactions leave nothing, and notifications arrive, on both database engines. */
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from './database.ts';
import { migrateDatabase } from './migrate.ts';
import { account } from './schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase, createFreshPostgres } from './testing/fresh-database.ts';

const ACCOUNT_ROW = { id: 'a', role: 'student', name: '', email: 'a@student.invalid' } as const;

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	beforeEach(async () => {
		connection = await createFreshDatabase(engine);
	});
	afterEach(() => connection.close());

	test('migrations that a database already has are not applied again', async () => {
		await migrateDatabase(connection);
		await connection.database.insert(account).values(ACCOUNT_ROW);
		expect(await connection.database.select().from(account)).toMatchObject([{ ...ACCOUNT_ROW, language: null }]);
	});

	test('a database that a newer version migrated is refused with advice to restore a backup', async () => {
		await connection.query('insert into braise_migration (hash) values ($1)', ['of a later version']);
		await expect(migrateDatabase(connection)).rejects.toThrow(/newer version.*restore a backup/);
	});

	test('a transaction that fails stores nothing', async () => {
		const failingTransaction = connection.database.transaction(async (transaction) => {
			await transaction.insert(account).values(ACCOUNT_ROW);
			throw new Error('No.');
		});
		await expect(failingTransaction).rejects.toThrow('No.');
		expect(await connection.database.select().from(account)).toEqual([]);
	});

	test('a query without values may hold several statements, and returns the rows of the last one', async () => {
		expect(await connection.query('select 1 as a; select 2 as b')).toMatchObject({ rows: [{ b: 2 }] });
		expect(await connection.query('select $1::int as a', [3])).toMatchObject({ rows: [{ a: 3 }] });
	});

	test('notifications on a channel arrive until the listening ends', async () => {
		const payloads: string[] = [];
		const resolvers: (() => void)[] = [];
		const waitForPayload = () => new Promise<void>((resolve) => void resolvers.push(resolve));
		const hear = (payload: string) => {
			payloads.push(payload);
			resolvers.shift()?.();
		};
		const sendNotification = (payload: string) => connection.query('select pg_notify($1, $2)', ['news', payload]);
		const endListening = await connection.listen('news', hear);
		const firstPayload = waitForPayload();
		await sendNotification('one');
		await firstPayload;
		await endListening();
		await sendNotification('two');
		await connection.listen('news', hear);
		const thirdPayload = waitForPayload();
		await sendNotification('three');
		await thirdPayload;
		expect(payloads).toEqual(['one', 'three']);
	});
});

test('several connections that migrate at once apply each migration once', { tags: 'soak' }, async () => {
	const { connection, address } = await createFreshPostgres();
	const { openPostgres } = await import('./postgres.ts');
	const otherConnections = await Promise.all(Array.from({ length: 4 }, () => openPostgres(address)));
	await Promise.all([connection, ...otherConnections].map((one) => migrateDatabase(one)));
	const { rows } = await connection.query(
		'select count(*)::int as applied, count(distinct hash)::int as different from braise_migration'
	);
	const fileNames = await readdir(resolve('src/lib/server/db/migrations'));
	const migrationCount = fileNames.filter((name) => name.endsWith('.sql')).length;
	expect(rows).toEqual([{ applied: migrationCount, different: migrationCount }]);
	await Promise.all(otherConnections.map((one) => one.close()));
	await connection.close();
});
