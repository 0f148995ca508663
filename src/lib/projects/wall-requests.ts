import { toBase64 } from '#lib/domain/own-file/base64.ts';
import { toOneLine } from '#lib/domain/parse.ts';
import { WALL_LIMITS } from '#lib/domain/wall.ts';
import {
	type SentPortfolio,
	type SentPortfolioWork,
	parsePortfolioAnswer,
	parseExhibitAnswer,
	parseWallsAnswer,
	wallApi,
	type PortfolioAnswer,
	type SentExhibit,
	type ExhibitAnswer,
	type WallsAnswer
} from '#lib/wire/wall.ts';
import { requestJson, type UnansweredRequest } from '#lib/wire/api.ts';
import type { Cover } from '#lib/storage/covers.ts';

const formatQuery = (parameters: Record<string, string>) => `?${new URLSearchParams(parameters).toString()}`;
const wallProjectApiAddress = (account: string, classId: string, workId: string): string =>
	`/api/walls/${encodeURIComponent(classId)}/works/${encodeURIComponent(workId)}${formatQuery({ account })}`;

/** Fetches the walls of the student's classes. `workId`: the project to look for there; null for a never saved project. */
export const fetchWalls = (account: string, workId: string | null): Promise<WallsAnswer | UnansweredRequest> =>
	requestJson(`/api/walls${formatQuery({ account, ...(workId !== null && { work: workId }) })}`, parseWallsAnswer);

export interface ExhibitToPutUp {
	classId: string;
	workId: string;
	version: string;
	question: string;
	cover: Cover | null;
}

export async function requestPutUpProject(
	account: string,
	{ classId, workId, version, question, cover }: ExhibitToPutUp
): Promise<ExhibitAnswer | UnansweredRequest> {
	const body: SentExhibit = {
		format: wallApi.format,
		account,
		version,
		question,
		cover: cover && (await encodeCover(cover))
	};
	return requestJson(wallProjectApiAddress(account, classId, workId), parseExhibitAnswer, { method: 'PUT', body });
}

export const requestTakeOffProject = (
	account: string,
	classId: string,
	workId: string
): Promise<ExhibitAnswer | UnansweredRequest> =>
	requestJson(wallProjectApiAddress(account, classId, workId), parseExhibitAnswer, { method: 'DELETE' });

export interface PortfolioWorkToShow extends Omit<SentPortfolioWork, 'cover'> {
	cover: Cover | null;
}

/** Milliseconds to wait for an answer to a portfolio, whose thirty pictures take long on a slow network. */
const PUT_UP_PORTFOLIO_ANSWER_LIMIT_MS = 120_000;

const wallPortfolioApiAddress = (account: string, classId: string): string =>
	`/api/walls/${encodeURIComponent(classId)}/portfolio${formatQuery({ account })}`;

export async function requestPutUpPortfolio(
	account: string,
	classId: string,
	works: readonly PortfolioWorkToShow[]
): Promise<PortfolioAnswer | UnansweredRequest> {
	const body: SentPortfolio = {
		format: wallApi.format,
		account,
		works: await Promise.all(
			works.map(async ({ cover, ...work }) => ({ ...work, cover: cover && (await encodeCover(cover)) }))
		)
	};
	const options = { method: 'PUT', body, patienceMs: PUT_UP_PORTFOLIO_ANSWER_LIMIT_MS } as const;
	return requestJson(wallPortfolioApiAddress(account, classId), parsePortfolioAnswer, options);
}

export const requestTakeOffPortfolio = (
	account: string,
	classId: string
): Promise<PortfolioAnswer | UnansweredRequest> =>
	requestJson(wallPortfolioApiAddress(account, classId), parsePortfolioAnswer, { method: 'DELETE' });

/** Returns a cover in the format that the server takes; null for a cover that is too large and is left out. */
async function encodeCover({ picture, description }: Cover): Promise<SentExhibit['cover']> {
	if (picture.size > WALL_LIMITS.coverBytes) return null;
	const content = toBase64(new Uint8Array(await picture.arrayBuffer()));
	return { content, description: toOneLine(description, WALL_LIMITS.description) };
}
