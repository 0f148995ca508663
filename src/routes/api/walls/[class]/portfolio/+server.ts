import { LARGEST_PORTFOLIO_REQUEST_BYTES, parseSentPortfolio } from '#lib/wire/wall.ts';
import { database } from '#lib/server/db/index.ts';
import { readApiMessage, checkApiRequest, wallResponder } from '#lib/server/http/api.ts';
import { limitWallChanges } from '#lib/server/wall/own-version.ts';
import { putUpPortfolio, takePortfolioOffWall } from '#lib/server/wall/put-up-portfolio.ts';
import { permitWallAction } from '#lib/server/wall/require-wall.ts';
import { readAccountStorageLimits } from '#lib/server/work/quota.ts';
import type { RequestHandler } from './$types';

const { answer, refuse } = wallResponder;

export const PUT: RequestHandler = async (event) => {
	const message = { limit: limitWallChanges, largestBytes: LARGEST_PORTFOLIO_REQUEST_BYTES, parse: parseSentPortfolio };
	const request = await readApiMessage(event, wallResponder, permitWallAction('wall.put-up'), message);
	if (request instanceof Response) return request;
	const { person, schoolClass, body } = request;
	const place = { account: person.id, classId: schoolClass.id };
	const limits = await readAccountStorageLimits(database());
	const result = await putUpPortfolio(database(), place, body.works, limits);
	return result.kind === 'refused' ? refuse(result.reason) : answer(result);
};

export const DELETE: RequestHandler = async (event) => {
	const request = await checkApiRequest(event, wallResponder, permitWallAction('wall.put-up'), limitWallChanges);
	if (request instanceof Response) return request;
	await takePortfolioOffWall(database(), { account: request.person.id, classId: request.schoolClass.id });
	return answer({ kind: 'taken-off' });
};
