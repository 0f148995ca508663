/** Tests that packages of challenges are stored once each, stay after leaving the build, and give browsers no private part. */
import { count, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '#lib/server/db/database.ts';
import { challengePackage } from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { hashOfCatchLesson } from './catch-lesson.ts';
import { findOrStoreCatchLesson } from './load-private-part.ts';
import { findChallenge } from './index.ts';
import { storeBuildPackages, storePackage, findPackage } from './packages.ts';
import { findBuiltPrivatePart } from './built-private-parts.ts';

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	beforeEach(async () => {
		connection = await createFreshDatabase(engine);
	});
	afterEach(() => connection.close());

	test('each challenge of the build is stored once, and a version that left the build stays', async () => {
		const { database } = connection;
		await storeBuildPackages(database);
		const newest = await findChallenge('horodateur');
		const privatePart = await findBuiltPrivatePart(newest?.hash ?? '');
		if (newest === undefined || privatePart === undefined) throw new Error('There is no such challenge.');
		const older = { ...newest, hash: '0'.repeat(64), version: '0.0.1' };
		await storePackage(database, older, privatePart);
		const [before] = await database.select({ packages: count() }).from(challengePackage);
		await storeBuildPackages(database);
		expect(await database.select({ packages: count() }).from(challengePackage)).toEqual([before]);
		expect(await findPackage(database, older.hash)).toEqual(older);
		expect(await findPackage(database, newest.hash)).toEqual(newest);
		expect(await findPackage(database, '1'.repeat(64))).toBeUndefined();
	});

	test('the part of a package that browsers get does not contain the solution', async () => {
		const { database } = connection;
		await storeBuildPackages(database);
		const challenge = await findPackage(database, (await findChallenge('horodateur'))?.hash ?? '');
		const privatePart = await findBuiltPrivatePart(challenge?.hash ?? '');
		const solution = privatePart?.solution['main.ts'] ?? '';
		expect(solution.length).toBeGreaterThan(50);
		expect(JSON.stringify(challenge)).not.toContain(JSON.stringify(solution).slice(1, -1));
	});

	test('a missing catch lesson is made and stored on request, if the challenge has a step “catch”', async () => {
		const { database } = connection;
		await storeBuildPackages(database);
		const whole = await findChallenge('frigo-vaccins');
		if (whole === undefined) throw new Error('There is no such challenge.');
		const hash = hashOfCatchLesson(whole.hash);
		await database.delete(challengePackage).where(eq(challengePackage.hash, hash));
		const lesson = await findOrStoreCatchLesson(database, whole);
		expect(lesson?.steps.map(({ kind }) => kind)).toEqual(['catch']);
		const rows = await database.select().from(challengePackage).where(eq(challengePackage.hash, hash));
		expect(rows).toHaveLength(1);
		const without = await findChallenge('horodateur');
		expect(without && (await findOrStoreCatchLesson(database, without))).toBeUndefined();
	});
});
