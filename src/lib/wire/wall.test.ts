import { expect, test } from 'vitest';
import { toBase64 } from '#lib/domain/own-file/base64.ts';
import { createTestPicture, ONE_PIXEL_PNG } from '#lib/domain/own-file/testing.ts';
import { WALL_LIMITS } from '#lib/domain/wall.ts';
import { LARGEST_EXHIBIT_REQUEST_BYTES, parseSentExhibit, parseExhibitAnswer, parseWallsAnswer } from './wall.ts';

const sentExhibit = { format: 1, account: 'lou', version: 'v1', question: ' Clair\n? ', cover: null };
const createExhibitWithCover = (bytes: Uint8Array, description = '') => ({
	...sentExhibit,
	cover: { content: toBase64(bytes), description }
});

test('an exhibit is read, with its question as one line', () => {
	expect(parseSentExhibit(sentExhibit)?.question).toBe('Clair ?');
	expect(parseSentExhibit(createExhibitWithCover(ONE_PIXEL_PNG, 'Un rond.'))?.cover?.description).toBe('Un rond.');
});

test('only a small picture is accepted as a cover', () => {
	const { coverSide, coverBytes } = WALL_LIMITS;
	for (const format of ['png', 'jpg', 'lossy'] as const)
		expect(parseSentExhibit(createExhibitWithCover(createTestPicture(format, coverSide, 10))), format).toBeDefined();
	const wrongCovers = [
		createTestPicture('png', coverSide + 1, 10),
		new TextEncoder().encode('<svg onload="alert(1)"/>'),
		Uint8Array.from([...ONE_PIXEL_PNG, ...new Uint8Array(coverBytes)]),
		new Uint8Array(0)
	];
	for (const bytes of wrongCovers) expect(parseSentExhibit(createExhibitWithCover(bytes))).toBeUndefined();
	expect(parseSentExhibit({ ...sentExhibit, cover: { content: '%', description: '' } })).toBeUndefined();
});

test('an exhibit with files, another format or a malformed field is refused', () => {
	for (const more of [
		{ files: {} },
		{ format: 2 },
		{ question: 'x'.repeat(201) },
		{ version: '../x' },
		{ question: 'a\0' }
	])
		expect(parseSentExhibit({ ...sentExhibit, ...more }), JSON.stringify(more)).toBeUndefined();
});

test('the largest exhibit fits in a request', () => {
	const largestExhibit = createExhibitWithCover(
		new Uint8Array(WALL_LIMITS.coverBytes),
		'🔥'.repeat(WALL_LIMITS.description / 2)
	);
	const text = JSON.stringify({ ...largestExhibit, question: 'é'.repeat(WALL_LIMITS.question) });
	expect(new TextEncoder().encode(text).length).toBeLessThan(LARGEST_EXHIBIT_REQUEST_BYTES);
});

test('answers of another format are not parsed', () => {
	expect(parseWallsAnswer({ format: 1, kind: 'walls', walls: [] })).toEqual({ format: 1, kind: 'walls', walls: [] });
	expect(parseWallsAnswer('<html>')).toBeUndefined();
	expect(parseExhibitAnswer({ format: 9, kind: 'taken-off' })).toBeUndefined();
});
