import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#lib/domain/access.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { TESTED_ENGINES, createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { createClass } from './classes.ts';
import { listFirstSteps } from './first-steps.ts';

describe.each(TESTED_ENGINES)('on %s', (engine) => {
	let connection: Connection;
	let database: Database;
	beforeAll(async () => {
		connection = await createFreshDatabase(engine);
		database = connection.database;
	});
	afterAll(() => connection.close());

	const storeAdult = async (id: string, role: Role) => {
		await database.insert(schema.account).values({ id, role, name: id, email: `${id}@ecole.example` });
		return { id, role, name: id };
	};

	test('a first step goes when it is done, and nobody but teachers and curators has any', async () => {
		const curator = await storeAdult('curator', 'curator');
		expect(await listFirstSteps(database, curator)).toEqual(['class', 'invitation']);
		await createClass(database, '2de 4', curator.id);
		expect(await listFirstSteps(database, curator)).toEqual(['invitation']);
		await database.insert(schema.invitation).values({
			id: randomUUID(),
			purpose: 'role',
			role: 'teacher',
			tokenHash: 'hash',
			createdBy: curator.id,
			expiresAt: new Date(Date.now() + 60_000)
		});
		expect(await listFirstSteps(database, curator)).toEqual([]);

		const teacher = await storeAdult('teacher', 'teacher');
		expect(await listFirstSteps(database, teacher)).toEqual(['class']);
		await createClass(database, '1re 2', teacher.id);
		expect(await listFirstSteps(database, teacher)).toEqual([]);
		expect(await listFirstSteps(database, await storeAdult('partner', 'partner'))).toEqual([]);
		expect(await listFirstSteps(database, null)).toEqual([]);
	});

	test('a curator whose colleagues teach already is not asked to invite one or to make a class', async () => {
		await storeAdult('colleague', 'teacher');
		expect(await listFirstSteps(database, await storeAdult('second-curator', 'curator'))).toEqual([]);
	});
});
