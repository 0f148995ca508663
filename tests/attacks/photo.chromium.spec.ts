import { createJpegWithoutMetadata, createTestJpeg, createTextSegment } from '#lib/domain/own-file/testing.ts';
import { toBase64 } from '#lib/domain/own-file/base64.ts';
import { LONGEST_PHOTO_BASE64 } from '#lib/domain/problem-photo.ts';
import { expect, test, type APIRequestContext } from '../test.ts';
import { openHttpClient, postForm, makeCuratorLink } from '../adults.ts';
import {
	signUpClientByLink,
	createContributorInvitation,
	createInvitedAdult,
	findProblemId,
	createClassWithTeacher,
	joinClass,
	createProblemRequest
} from './people.ts';

test.describe.configure({ mode: 'serial' });
let curator: APIRequestContext;
let teacher: APIRequestContext;
let visitor: APIRequestContext;

test.beforeAll(async () => {
	curator = await signUpClientByLink(makeCuratorLink());
	teacher = await createInvitedAdult(curator, 'teacher');
	visitor = await openHttpClient();
});

const tellProblem = async (wrong: string, photo?: string) => {
	const data = {
		...createProblemRequest(await createContributorInvitation(teacher), wrong),
		...(photo === undefined ? {} : { photo })
	};
	const answer = await visitor.post('/api/problems', { data });
	expect(answer.status()).toBe(200);
	const { link } = (await answer.json()) as { link: string };
	return { link, id: await findProblemId(teacher, wrong.slice(0, 16)) };
};
const putPhoto = (link: string, photo: unknown) =>
	visitor.put(`/api/problems/${link}/photo`, { data: { format: 1, photo } });
const encodeInBase64 = (text: string) => toBase64(new TextEncoder().encode(text));

test('any file except a JPEG photo of an accepted size is refused', async () => {
	const { link } = await tellProblem('Sans photo vraie, la balance ment.');
	const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
	for (const [photo, status] of [
		[encodeInBase64('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 400],
		[encodeInBase64('<!doctype html><script>alert(1)</script>'), 400],
		[png, 400],
		[toBase64(createJpegWithoutMetadata().subarray(0, 60)), 400],
		[toBase64(createTestJpeg({ width: 30_000, height: 30_000 })), 400],
		[toBase64(createTestJpeg({ scanData: Array.from({ length: 300_000 }, () => 1) })), 400],
		['A'.repeat(LONGEST_PHOTO_BASE64 + 2000), 413],
		['not base64 !', 400],
		[{ content: toBase64(createJpegWithoutMetadata()) }, 400]
	] as const) {
		const answer = await putPhoto(link, photo);
		expect(answer.status(), JSON.stringify(photo).slice(0, 60)).toBe(status);
		expect(await answer.json()).toMatchObject({ kind: 'refused' });
	}
	expect((await visitor.get(`/api/problems/${link}/photo`)).status()).toBe(404);
	const svg = { ...createProblemRequest(null), photo: encodeInBase64('<svg/>') };
	expect((await visitor.post('/api/problems', { data: svg })).status()).toBe(400);
	const foreignAnswer = await visitor.put(`/api/problems/${link}/photo`, {
		data: { format: 1, photo: toBase64(createJpegWithoutMetadata()) },
		headers: { origin: 'http://evil.example' }
	});
	expect(foreignAnswer.status()).toBe(403);
});

test('a photo with hidden contents is stored and served as the bare picture alone', async () => {
	const doubleJpeg = createTestJpeg({
		segmentsBefore: [
			...createTextSegment(0xe1, 'Exif 48.39 N 4.48 W'),
			...createTextSegment(0xfe, '<script>alert(1)</script>')
		],
		bytesAfter: [...'PK\u0003\u0004<script>alert(2)</script>'].map((letter) => letter.charCodeAt(0))
	});
	const { link, id } = await tellProblem('Photo double, les caisses.', toBase64(doubleJpeg));
	for (const [client, address] of [
		[visitor, `/api/problems/${link}/photo`],
		[teacher, `/fr/problems/${id}/photo`],
		[curator, `/fr/problems/${id}/photo`]
	] as const) {
		const answer = await client.get(address);
		expect(answer.status(), address).toBe(200);
		expect(answer.headers()['content-type']).toBe('image/jpeg');
		expect(answer.headers()['x-content-type-options']).toBe('nosniff');
		expect(answer.headers()['content-security-policy']).toContain("default-src 'none'");
		expect(answer.headers()['cache-control']).toContain('no-store');
		expect(new Uint8Array(await answer.body())).toEqual(createJpegWithoutMetadata());
	}
});

test('a guessed address shows no photo, and an erased photo is gone', async () => {
	const photo = toBase64(createJpegWithoutMetadata());
	const { link, id } = await tellProblem('Photo devinée, la cuisson.', photo);
	const { link: other } = await tellProblem('Autre photo, la farine.');
	for (const wrong of [id, other, '0'.repeat(48), link.slice(0, -1), `${link}0`, link.toUpperCase()]) {
		expect((await visitor.get(`/api/problems/${wrong}/photo`)).status(), wrong).toBe(404);
		expect((await teacher.get(`/api/problems/${wrong}/photo`)).status(), wrong).toBe(404);
		if (wrong !== other) expect((await putPhoto(wrong, photo)).status(), wrong).toBe(404);
	}
	const [partner, { client: pupil }] = [
		await createInvitedAdult(curator, 'partner'),
		await joinClass(await createClassWithTeacher(curator))
	];
	for (const who of [visitor, partner, pupil])
		expect([401, 403, 404]).toContain((await who.get(`/fr/problems/${id}/photo`)).status());
	await postForm(visitor, `/fr/follow/${link}?/erase`, {});
	expect((await visitor.get(`/api/problems/${link}/photo`)).status()).toBe(404);
	expect((await teacher.get(`/fr/problems/${id}/photo`)).status()).toBe(404);
});
