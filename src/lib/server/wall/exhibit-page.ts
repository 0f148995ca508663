import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { isId } from '#lib/domain/identity.ts';
import { parseWallSentence } from '#lib/domain/wall.ts';
import { m } from '#lib/paraglide/messages.js';
import { database } from '#lib/server/db/index.ts';
import { readFormText } from '#lib/server/http/form.ts';
import { BurstLimit } from '#lib/server/rate-limit/burst-limit.ts';
import type { WallAccess } from './require-wall.ts';
import { removeWallSentence, storeWallSentence } from './sentences.ts';
import { readExhibit } from './wall-queries.ts';
import { readPortfolio, type PortfolioInClass } from './portfolio-queries.ts';
import { readPictureHeader } from '#lib/domain/own-file/picture-header.ts';
import { wallResponder } from '#lib/server/http/api.ts';

/**
 * For bytes that a student sent: browsers treat them as a picture of this type only, and run nothing when opened
 * as a page.
 */
const createPictureHeaders = (mediaType: string) => ({
	'content-type': mediaType,
	'content-security-policy': "default-src 'none'; sandbox",
	'cache-control': 'no-store'
});

/** Refuses as absent when the bytes are undefined or no picture. */
export function createCoverResponse(bytes: Uint8Array<ArrayBuffer> | undefined): Response {
	const pictureHeader = bytes && readPictureHeader(bytes);
	if (!bytes || !pictureHeader) return wallResponder.refuse('absent');
	return new Response(bytes, { headers: createPictureHeaders(pictureHeader.type) });
}

type PortfolioRequestEvent = Pick<RequestEvent, 'params'>;

/** Returns the class and the id of the portfolio in the address; throws 404 when the id is not valid. */
export function classAndPortfolioIdsOf(
	{ params }: PortfolioRequestEvent,
	{ schoolClass }: WallAccess
): PortfolioInClass {
	const portfolio = params['portfolio'];
	if (!isId(portfolio)) error(404, m.access_nothing());
	return { classId: schoolClass.id, portfolio };
}

/** Throws the same 404 for a portfolio that the person may not see and for one that never existed. */
export async function loadPortfolioForPage(event: PortfolioRequestEvent, wallAccess: WallAccess) {
	const { person, schoolClass, isTeacher } = wallAccess;
	const reader = { account: person.id, isTeacher };
	const portfolio = await readPortfolio(database(), classAndPortfolioIdsOf(event, wallAccess), reader);
	if (!portfolio) error(404, { message: m.portfolio_gone(), wallPath: wallPathFor(schoolClass.id, isTeacher) });
	return portfolio;
}

type ExhibitRequestEvent = Pick<RequestEvent, 'params' | 'request'>;

const MOST_SENTENCES_AT_ONCE = 30;
const MILLISECONDS_PER_SENTENCE = 5000;
const sentenceLimit = new BurstLimit(MOST_SENTENCES_AT_ONCE, MILLISECONDS_PER_SENTENCE);

/** Returns the id of the exhibit in the address; throws 404 when it is not a valid id. */
export function exhibitIdOf({ params }: Pick<RequestEvent, 'params'>): string {
	const id = params['exhibit'];
	if (!isId(id)) error(404, m.access_nothing());
	return id;
}

/** Returns the id of the sentence that a form names; null when the form names none and means the exhibit itself. */
export function readSentenceId(form: FormData): string | null {
	const sentenceId = readFormText(form, 'sentence');
	if (sentenceId === '') return null;
	if (!isId(sentenceId)) error(404, m.access_nothing());
	return sentenceId;
}

/** Throws the same 404, with the wall's address, for a hidden exhibit and for one that never existed. */
export async function loadExhibitForPage(
	event: Pick<RequestEvent, 'params'>,
	{ person, schoolClass, isTeacher }: WallAccess
) {
	const reader = { account: person.id, isTeacher };
	const exhibit = await readExhibit(database(), schoolClass.id, exhibitIdOf(event), reader);
	if (!exhibit) error(404, { message: m.wall_gone(), wallPath: wallPathFor(schoolClass.id, isTeacher) });
	return exhibit;
}

const wallPathFor = (classId: string, isTeacher: boolean): string =>
	isTeacher ? `/classes/${classId}/wall` : `/wall/${classId}`;

export async function storeSubmittedSentence(
	event: ExhibitRequestEvent,
	{ person, schoolClass, isTeacher }: WallAccess
) {
	const id = exhibitIdOf(event);
	const submittedSentence = readFormText(await event.request.formData(), 'text');
	const text = parseWallSentence(submittedSentence);
	if (text === undefined)
		return fail(400, { error: submittedSentence.trim() === '' ? m.wall_sentence_none() : m.wall_sentence_wrong() });
	if (sentenceLimit.isTooOften(person.id, Date.now())) return fail(429, { error: m.wall_refused_too_often() });
	const result = await storeWallSentence(database(), schoolClass.id, id, { account: person.id, isTeacher }, text);
	if (result === 'absent') return fail(404, { error: isTeacher ? m.wall_gone_unsent_teacher() : m.wall_gone_unsent() });
	return result === 'kept' ? undefined : fail(409, { error: m.wall_sentence_refused() });
}

export async function removeOwnSentence(
	event: ExhibitRequestEvent,
	{ person, schoolClass }: WallAccess
): Promise<void> {
	await removeWallSentence(database(), schoolClass.id, exhibitIdOf(event), person.id);
}
