/** Tests that a problem's photo is stored, shown, replaced and erased, and that nothing but a photo is accepted. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createJpegWithoutMetadata, createTestJpeg } from '#lib/domain/own-file/testing.ts';
import { toBase64 } from '#lib/domain/own-file/base64.ts';
import { EMPTY_PROBLEM_CARD } from '#lib/domain/problem-card.ts';
import { CONTRIBUTOR_CONTACT_KEPT_DAYS } from '#lib/domain/problem-state.ts';
import { readPhotoBytes } from '#lib/domain/problem-photo.ts';
import { addDays } from '#lib/domain/school-class.ts';
import type { Connection, Database } from '#lib/server/db/database.ts';
import { account, problem, problemPhoto } from '#lib/server/db/schema/index.ts';
import { createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { gatherPersonalData } from '#lib/server/personal-data/gather-personal-data.ts';
import { parseSentProblemPhoto, parseSentProblem } from '#lib/wire/contribution.ts';
import { eraseContributorContact, findProblemOfLink } from './told-problem.ts';
import { createPhotoResponse, photoSizeOf, removePhoto, storePhoto } from './photos.ts';
import { applyProblemDeadlines } from './retention.ts';
import { storeToldProblem } from './store-told-problem.ts';

const NOW = new Date('2026-11-24T10:00:00Z');
const PROBLEM_CARD = { ...EMPTY_PROBLEM_CARD, wrong: 'Il reste du pain.', whom: 'Pour tous.', rule: 'Comme avant.' };
const SENT_FIELDS = {
	format: 1,
	language: 'fr',
	trade: 'food',
	place: '',
	name: 'Annick',
	contact: 'ici',
	card: PROBLEM_CARD
};
const PHOTO = toBase64(createJpegWithoutMetadata());
let connection: Connection;
let database: Database;

beforeAll(async () => {
	connection = await createFreshDatabase('pglite');
	({ database } = connection);
	await database.insert(account).values({ id: 'baker', role: 'partner', name: 'Four', email: 'four@four.example' });
});
afterAll(() => connection.close());

async function tellProblem(photo: string | null = PHOTO, contributor: 'baker' | null = null): Promise<string> {
	const sentProblem = parseSentProblem({ ...SENT_FIELDS, invitation: null, classId: null, photo });
	if (sentProblem === undefined) throw new Error('It cannot be read.');
	const result = await storeToldProblem(
		database,
		sentProblem,
		contributor && { id: contributor, role: 'partner' },
		NOW
	);
	const row = await findProblemOfLink(database, result.kind === 'told' ? (result.link ?? '') : '', undefined);
	return row?.id ?? '';
}

test('a problem’s photo is served as an uncached JPEG, and a missing photo is answered with 404', async () => {
	const id = await tellProblem();
	expect(await photoSizeOf(database, id)).toEqual({ width: 640, height: 480 });
	const photoAnswer = await createPhotoResponse(database, id);
	expect(photoAnswer.status).toBe(200);
	expect(photoAnswer.headers.get('content-type')).toBe('image/jpeg');
	expect(photoAnswer.headers.get('x-content-type-options')).toBe('nosniff');
	expect(photoAnswer.headers.get('cache-control')).toContain('no-store');
	expect(new Uint8Array(await photoAnswer.arrayBuffer())).toEqual(createJpegWithoutMetadata());
	expect((await createPhotoResponse(database, await tellProblem(null))).status).toBe(404);
	expect((await createPhotoResponse(database, undefined)).status).toBe(404);
});

test('a photo can be replaced and removed, but not added to a declined or a student’s problem', async () => {
	const id = await tellProblem();
	const otherPhoto = readPhotoBytes(createTestJpeg({ width: 10, height: 20 }));
	if (otherPhoto === undefined) throw new Error('It is no photo.');
	expect(await storePhoto(database, id, otherPhoto)).toBe(true);
	expect(await photoSizeOf(database, id)).toEqual({ width: 10, height: 20 });
	await removePhoto(database, id);
	expect(await photoSizeOf(database, id)).toBeNull();
	for (const change of [{ state: 'declined' }, { state: 'open', source: 'student' }] as const) {
		await database.update(problem).set(change).where(eq(problem.id, id));
		expect(await storePhoto(database, id, otherPhoto)).toBe(false);
	}
});

test('a photo is erased with the contact, after ninety days without a claim, and with its problem', async () => {
	const [erased, forgotten, deleted] = [await tellProblem(), await tellProblem(), await tellProblem()];
	await eraseContributorContact(database, erased);
	expect(await photoSizeOf(database, erased)).toBeNull();
	await applyProblemDeadlines(database, addDays(NOW, CONTRIBUTOR_CONTACT_KEPT_DAYS - 1));
	expect(await photoSizeOf(database, forgotten)).not.toBeNull();
	await database.delete(problem).where(eq(problem.id, deleted));
	const rows = await database.select().from(problemPhoto);
	expect(rows.some(({ problemId }) => problemId === deleted)).toBe(false);
	await applyProblemDeadlines(database, addDays(NOW, CONTRIBUTOR_CONTACT_KEPT_DAYS));
	expect(await photoSizeOf(database, forgotten)).toBeNull();
});

test('the data export of a teller with an account contains the photo', async () => {
	await tellProblem(PHOTO, 'baker');
	expect((await gatherPersonalData(database, 'baker', NOW)).problemsTold).toMatchObject([{ photo: PHOTO }]);
});

test('a message whose photo is not a valid JPEG is refused as a whole', () => {
	const sentFields = { ...SENT_FIELDS, invitation: null, classId: null };
	for (const photo of ['', 'PHN2Zz4=', 12, {}, toBase64(createJpegWithoutMetadata().subarray(0, 30))]) {
		expect(parseSentProblem({ ...sentFields, photo })).toBeUndefined();
		expect(parseSentProblemPhoto({ format: 1, photo })).toBeUndefined();
	}
	expect(parseSentProblem(sentFields)?.photo).toBeUndefined();
	expect(parseSentProblemPhoto({ format: 1, photo: null })).toEqual({ format: 1, photo: null });
});
