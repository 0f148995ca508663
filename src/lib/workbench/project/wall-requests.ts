/** Asks the server for the walls of the student's classes, and puts a project up or takes it off. */
import { toBase64 } from '#lib/domain/own-file/base64.ts';
import { toOneLine } from '#lib/domain/one-line-text.ts';
import { WALL_LIMITS } from '#lib/domain/wall.ts';
import {
	parseWallAnswer,
	parseWalls,
	wallApi,
	type SentExhibit,
	type WallAnswer,
	type WallsAnswer
} from '#lib/wire/wall.ts';
import { requestJson, type UnansweredRequest } from '#lib/wire/request-json.ts';
import type { Cover } from '#lib/storage/covers.ts';

const queryOf = (parameters: Record<string, string>) => `?${new URLSearchParams(parameters).toString()}`;
const addressOf = (account: string, classId: string, work: string): string =>
	`/api/walls/${encodeURIComponent(classId)}/works/${encodeURIComponent(work)}${queryOf({ account })}`;

/** Fetches the walls of the student's classes. `work`: null for a project that was never saved, which hangs on none. */
export const fetchWalls = (account: string, work: string | null): Promise<WallsAnswer | UnansweredRequest> =>
	requestJson(`/api/walls${queryOf({ account, ...(work !== null && { work }) })}`, parseWalls);

/** A project's copy on its way to a wall. */
export interface CopyToPutUp {
	classId: string;
	work: string;
	version: string;
	question: string;
	cover: Cover | null;
}

export async function requestPutUp(
	account: string,
	{ classId, work, version, question, cover }: CopyToPutUp
): Promise<WallAnswer | UnansweredRequest> {
	const sent: SentExhibit = {
		format: wallApi.format,
		account,
		version,
		question,
		cover: cover && (await writeCover(cover))
	};
	return requestJson(addressOf(account, classId, work), parseWallAnswer, { method: 'PUT', body: sent });
}

export const requestTakingOff = (
	account: string,
	classId: string,
	work: string
): Promise<WallAnswer | UnansweredRequest> =>
	requestJson(addressOf(account, classId, work), parseWallAnswer, { method: 'DELETE' });

/** Writes a cover as the server takes it; null for one that is too large, which the wall then does without. */
async function writeCover({ picture, description }: Cover): Promise<SentExhibit['cover']> {
	if (picture.size > WALL_LIMITS.coverBytes) return null;
	const content = toBase64(new Uint8Array(await picture.arrayBuffer()));
	return { content, description: toOneLine(description, WALL_LIMITS.description) };
}
