/** Tests how a person's page names their works and steps, and the files kept with a work. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import challenges from 'virtual:challenges';
import { toBase64 } from '#lib/domain/own-file/base64.ts';
import { formatOwnFile } from '#lib/domain/own-file/own-file.ts';
import { ONE_PIXEL_PNG } from '#lib/domain/own-file/testing.ts';
import { storeTestPerson, storeTestWork } from '#lib/server/assignments/testing.ts';
import { storeTestLesson } from '#lib/server/board/testing.ts';
import { storeBuildPackages } from '#lib/server/content/packages.ts';
import type { Connection } from '#lib/server/db/database.ts';
import { progress, work, workFile } from '#lib/server/db/schema/index.ts';
import { createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { storeTestProject } from '#lib/server/wall/testing.ts';
import { gatherPersonalData } from './gather-personal-data.ts';
import { summarisePersonalData } from './overview.ts';

const OWN_FILE_HASH = 'a'.repeat(64);
let connection: Connection;

beforeAll(async () => {
	connection = await createFreshDatabase('pglite');
});
afterAll(() => connection.close());

test('an author’s data says for each work whether own files are kept with it', async () => {
	const { database } = connection;
	const author = await storeTestPerson(database, 'partner');
	const picture = formatOwnFile({
		type: 'image/png',
		bytes: ONE_PIXEL_PNG.length,
		sha256: OWN_FILE_HASH,
		origin: { kind: 'mine' },
		width: 1,
		height: 1
	});
	const pictured = await storeTestProject(database, [author], { 'main.ts': '', 'chat.png': picture }, 'Chat');
	await database
		.insert(workFile)
		.values({ workId: pictured.work, sha256: OWN_FILE_HASH, content: toBase64(ONE_PIXEL_PNG) });
	await storeTestProject(database, [author], { 'main.ts': '' }, 'Ronds');
	const personalData = await gatherPersonalData(database, author, new Date('2026-11-28T10:00:00Z'));
	const works = summarisePersonalData(personalData, 'fr').works.map(({ title, hasOwnFiles }) => [title, hasOwnFiles]);
	expect(Object.fromEntries(works)).toEqual({ Chat: true, Ronds: false });
});

test.each(['fr', 'en'] as const)('works and steps are named by their titles in %s, not by ids', async (language) => {
	const { database } = connection;
	await storeBuildPackages(database);
	const [challenge] = challenges;
	const step = challenge?.steps[1];
	if (challenge === undefined || step === undefined) throw new Error('The build has no challenge with two steps.');
	const { id, hash, version, text } = challenge;
	const lesson = await storeTestLesson(database, { students: 1, subject: { kind: 'challenge', id, hash } });
	const { account = '', member = '' } = lesson.students[0] ?? {};
	const stored = await storeTestWork(database, [account], 'challenge');
	await database.update(work).set({ challenge: { id, hash, version } }).where(eq(work.id, stored.work));
	const now = new Date('2026-11-28T10:00:00Z');
	await database.insert(progress).values({
		assignmentId: lesson.assignment,
		membershipId: member,
		workId: stored.work,
		step: step.id,
		lastActivity: now,
		lastProgress: now
	});
	const overview = summarisePersonalData(await gatherPersonalData(database, account, now), language);
	expect(overview.works).toMatchObject([{ challenge: text[language].title }]);
	expect(overview.progress).toMatchObject([{ step: text[language].steps[step.id]?.title }]);
	expect(text[language].steps[step.id]?.title).not.toBe(step.id);
});
