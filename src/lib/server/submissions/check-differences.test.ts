/** Tests how differences between two versions' verdicts are named. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChallenge } from '#lib/server/content/index.ts';
import { storePackage } from '#lib/server/content/packages.ts';
import { loadPrivatePart } from '#lib/server/content/load-private-part.ts';
import type { Connection } from '#lib/server/db/database.ts';
import { createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { listTitledCheckDifferences } from './check-differences.ts';

const COMPARED_VERSIONS = { olderHash: 'a'.repeat(64), newer: { hash: 'b'.repeat(64) } };

let connection: Connection;
beforeAll(async () => {
	connection = await createFreshDatabase('pglite');
	const challenge = await findChallenge('horodateur');
	const privatePart = challenge && (await loadPrivatePart(challenge.hash, connection.database));
	if (!challenge || !privatePart) throw new Error('The challenge "horodateur" is missing.');
	const storeVersionWithChecks = (hash: string, checks: Record<string, string>) => {
		const text = { ...challenge.text, fr: { ...challenge.text.fr, checks } };
		return storePackage(connection.database, { ...challenge, hash, text }, privatePart);
	};
	await storeVersionWithChecks(COMPARED_VERSIONS.olderHash, {
		price: 'tarif(12) renvoie 2',
		free: 'Gratuit',
		gone: 'Ancienne'
	});
	await storeVersionWithChecks(COMPARED_VERSIONS.newer.hash, { price: 'tarif(12) renvoie 2,5', free: 'Gratuit' });
});
afterAll(() => connection.close());

const nameDifferences = (differences: Parameters<typeof listTitledCheckDifferences>[1]) =>
	listTitledCheckDifferences(connection.database, differences, COMPARED_VERSIONS, 'fr');

test('a check whose title changed is listed as one removed check and one new check', async () => {
	const difference = { step: 'build', check: 'price', held: false, before: 'pass', after: 'fail' } as const;
	expect(await nameDifferences([difference])).toEqual([
		{ title: 'tarif(12) renvoie 2', before: 'pass', after: null },
		{ title: 'tarif(12) renvoie 2,5', before: null, after: 'fail' }
	]);
});

test('a check of several steps is named once, and a removed one by its old title', async () => {
	const free = { check: 'free', held: false, before: 'fail', after: 'pass' } as const;
	expect(
		await nameDifferences([
			{ step: 'build', ...free },
			{ step: 'test', ...free },
			{ step: 'build', check: 'gone', held: false, before: 'pass' }
		])
	).toEqual([
		{ title: 'Gratuit', before: 'fail', after: 'pass' },
		{ title: 'Ancienne', before: 'pass', after: null }
	]);
});
