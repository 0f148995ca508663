/** Tests that people learn of each work of theirs whether pictures, sounds or other files are kept with it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toBase64 } from '#lib/domain/own-file/base64.ts';
import { formatOwnFile } from '#lib/domain/own-file/own-file.ts';
import { ONE_PIXEL_PNG } from '#lib/domain/own-file/testing.ts';
import { storeTestPerson } from '#lib/server/assignments/testing.ts';
import type { Connection } from '#lib/server/db/database.ts';
import { workFile } from '#lib/server/db/schema/index.ts';
import { createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { storeTestProject } from '#lib/server/wall/testing.ts';
import { gatherPersonalData } from './gather-personal-data.ts';
import { summarisePersonalData } from './overview.ts';

const SHA256 = 'a'.repeat(64);
let connection: Connection;

beforeAll(async () => {
	connection = await createFreshDatabase('pglite');
});
afterAll(() => connection.close());

test('of each work its author reads whether files are kept with it', async () => {
	const { database } = connection;
	const author = await storeTestPerson(database, 'partner');
	const picture = formatOwnFile({
		type: 'image/png',
		bytes: ONE_PIXEL_PNG.length,
		sha256: SHA256,
		origin: { kind: 'mine' },
		width: 1,
		height: 1
	});
	const pictured = await storeTestProject(database, [author], { 'main.ts': '', 'chat.png': picture }, 'Chat');
	await database.insert(workFile).values({ workId: pictured.work, sha256: SHA256, content: toBase64(ONE_PIXEL_PNG) });
	await storeTestProject(database, [author], { 'main.ts': '' }, 'Ronds');
	const personalData = await gatherPersonalData(database, author, new Date('2026-11-28T10:00:00Z'));
	const works = summarisePersonalData(personalData, 'fr').works.map(({ title, hasOwnFiles }) => [title, hasOwnFiles]);
	expect(Object.fromEntries(works)).toEqual({ Chat: true, Ronds: false });
});
