/** Puts a student's portfolio on the wall of their class, and takes it off. */
import type { Person } from '#lib/domain/person.ts';
import { LARGEST_PORTFOLIO_REQUEST, parseSentPortfolio } from '#lib/wire/portfolio.ts';
import { database } from '#lib/server/db/index.ts';
import { readApiMessage, checkApiRequest, wallReply } from '#lib/server/http/api.ts';
import { BurstLimit } from '#lib/server/rate-limit/burst-limit.ts';
import { putUpPortfolio, takeOffPortfolio } from '#lib/server/wall/put-up-portfolio.ts';
import { permitWall } from '#lib/server/wall/require-wall.ts';
import { currentAccountStorageLimits } from '#lib/server/work/quota.ts';
import type { RequestHandler } from './$types';

/** Changes of portfolios that one person may make at once. */
const CHANGES_AT_ONCE = 20;
const MILLISECONDS_PER_CHANGE = 10_000;
/** Seconds after which a refused browser tries again. */
const LATER_SECONDS = 30;

const changeLimit = new BurstLimit(CHANGES_AT_ONCE, MILLISECONDS_PER_CHANGE);

const { answer, refuse } = wallReply;

const limitChanges = ({ id }: Person): Response | undefined =>
	changeLimit.isTooOften(id, Date.now()) ? refuse('too-often', LATER_SECONDS) : undefined;

export const PUT: RequestHandler = async (event) => {
	const message = { limit: limitChanges, largestBytes: LARGEST_PORTFOLIO_REQUEST, parse: parseSentPortfolio };
	const request = await readApiMessage(event, wallReply, permitWall('wall.put-up'), message);
	if (request instanceof Response) return request;
	const { person, schoolClass, sent } = request;
	const place = { account: person.id, classId: schoolClass.id };
	const limits = await currentAccountStorageLimits(database());
	const result = await putUpPortfolio(database(), place, sent.works, limits);
	return result.kind === 'refused' ? refuse(result.reason) : answer(result);
};

export const DELETE: RequestHandler = async (event) => {
	const request = await checkApiRequest(event, wallReply, permitWall('wall.put-up'), limitChanges);
	if (request instanceof Response) return request;
	await takeOffPortfolio(database(), { account: request.person.id, classId: request.schoolClass.id });
	return answer({ kind: 'taken-off' });
};
