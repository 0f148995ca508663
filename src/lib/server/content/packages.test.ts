import { count } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '#lib/server/db/database.ts';
import { challengePackage } from '#lib/server/db/schema/index.ts';
import { ENGINES, freshDatabase } from '#lib/server/db/testing/fresh.ts';
import { findChallenge } from './index.ts';
import { importPackages, keepPackage, packageOf } from './packages.ts';
import { privatePart } from './private.ts';

describe.each(ENGINES)('on %s', (engine) => {
	let connection: Connection;
	beforeEach(async () => {
		connection = await freshDatabase(engine);
	});
	afterEach(() => connection.close());

	test("the build's challenges are kept, once each, and a version that left the build stays", async () => {
		const { database } = connection;
		await importPackages(database);
		const newest = await findChallenge('horodateur');
		const hidden = await privatePart(newest?.hash ?? '');
		if (newest === undefined || hidden === undefined) throw new Error('There is no such challenge.');
		const older = { ...newest, hash: '0'.repeat(64), version: '0.0.1' };
		await keepPackage(database, older, hidden);
		const [before] = await database.select({ packages: count() }).from(challengePackage);
		await importPackages(database);
		expect(await database.select({ packages: count() }).from(challengePackage)).toEqual([before]);
		expect(await packageOf(database, older.hash)).toEqual(older);
		expect(await packageOf(database, newest.hash)).toEqual(newest);
		expect(await packageOf(database, '1'.repeat(64))).toBeUndefined();
	});

	test('the part for browsers holds nothing of the private part', async () => {
		const { database } = connection;
		await importPackages(database);
		const found = await packageOf(database, (await findChallenge('horodateur'))?.hash ?? '');
		const hidden = await privatePart(found?.hash ?? '');
		const solution = hidden?.solution['main.ts'] ?? '';
		expect(solution.length).toBeGreaterThan(50);
		expect(JSON.stringify(found)).not.toContain(JSON.stringify(solution).slice(1, -1));
	});
});
