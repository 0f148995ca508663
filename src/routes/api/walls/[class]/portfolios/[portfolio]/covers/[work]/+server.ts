import { isId } from '#lib/domain/identity.ts';
import { database } from '#lib/server/db/index.ts';
import { checkApiRequest, wallResponder } from '#lib/server/http/api.ts';
import { createCoverResponse } from '#lib/server/wall/exhibit-page.ts';
import { readPortfolioCover } from '#lib/server/wall/portfolio-queries.ts';
import { permitWallAction } from '#lib/server/wall/require-wall.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const request = await checkApiRequest(event, wallResponder, permitWallAction('wall.see'));
	if (request instanceof Response) return request;
	const { person, schoolClass, isTeacher } = request;
	const { portfolio, work } = event.params;
	if (!isId(portfolio) || !isId(work)) return createCoverResponse(undefined);
	const place = { classId: schoolClass.id, portfolio };
	return createCoverResponse(await readPortfolioCover(database(), place, work, { account: person.id, isTeacher }));
};
