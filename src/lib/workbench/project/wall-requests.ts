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
import type { Cover } from '#lib/storage/covers.ts';

/** The server gave no answer, or an answer that is not in Braise's format. */
export interface NoWallAnswer {
	kind: 'unanswered';
}

const UNANSWERED: NoWallAnswer = { kind: 'unanswered' };
const ANSWER_LIMIT_MS = 20_000;

async function ask<T>(address: string, init: RequestInit, parse: (input: unknown) => T | undefined) {
	try {
		const response = await fetch(address, {
			...init,
			redirect: 'manual',
			cache: 'no-store',
			signal: AbortSignal.timeout(ANSWER_LIMIT_MS)
		});
		return parse(await response.json()) ?? UNANSWERED;
	} catch {
		return UNANSWERED;
	}
}

const queryOf = (parameters: Record<string, string>) => `?${new URLSearchParams(parameters).toString()}`;
const addressOf = (account: string, classId: string, work: string): string =>
	`/api/walls/${encodeURIComponent(classId)}/works/${encodeURIComponent(work)}${queryOf({ account })}`;

export const fetchWalls = (account: string, work: string): Promise<WallsAnswer | NoWallAnswer> =>
	ask(`/api/walls${queryOf({ account, work })}`, {}, parseWalls);

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
): Promise<WallAnswer | NoWallAnswer> {
	const sent: SentExhibit = {
		format: wallApi.format,
		account,
		version,
		question,
		cover: cover && (await writeCover(cover))
	};
	const init = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) };
	return ask(addressOf(account, classId, work), init, parseWallAnswer);
}

export const requestTakingOff = (account: string, classId: string, work: string): Promise<WallAnswer | NoWallAnswer> =>
	ask(addressOf(account, classId, work), { method: 'DELETE' }, parseWallAnswer);

/** Writes a cover as the server takes it; null for one that is too large, which the wall then does without. */
async function writeCover({ picture, description }: Cover): Promise<SentExhibit['cover']> {
	if (picture.size > WALL_LIMITS.coverBytes) return null;
	const content = toBase64(new Uint8Array(await picture.arrayBuffer()));
	return { content, description: toOneLine(description, WALL_LIMITS.description) };
}
