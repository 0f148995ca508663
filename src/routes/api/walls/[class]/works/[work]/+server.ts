/** Puts a student's project on the wall of their class, and takes it off. */
import { isId } from '#lib/domain/identity.ts';
import type { Person } from '#lib/domain/person.ts';
import { LARGEST_EXHIBIT_REQUEST, parseSentExhibit } from '#lib/wire/wall.ts';
import { database } from '#lib/server/db/index.ts';
import { readApiMessage, checkApiRequest, wallReply } from '#lib/server/http/api.ts';
import { BurstLimit } from '#lib/server/rate-limit/burst-limit.ts';
import { putUpProject, takeOff } from '#lib/server/wall/put-up.ts';
import { permitWall } from '#lib/server/wall/require-wall.ts';
import { currentAccountStorageLimits } from '#lib/server/work/quota.ts';
import type { RequestHandler } from './$types';

/** Changes of a wall that one person may make at once. */
const CHANGES_AT_ONCE = 40;
const MILLISECONDS_PER_CHANGE = 5000;
/** Seconds after which a refused browser tries again. */
const LATER_SECONDS = 30;

const changeLimit = new BurstLimit(CHANGES_AT_ONCE, MILLISECONDS_PER_CHANGE);

const { answer, refuse } = wallReply;

const limitChanges = ({ id }: Person): Response | undefined =>
	changeLimit.isTooOften(id, Date.now()) ? refuse('too-often', LATER_SECONDS) : undefined;

export const PUT: RequestHandler = async (event) => {
	const message = { limit: limitChanges, largestBytes: LARGEST_EXHIBIT_REQUEST, parse: parseSentExhibit };
	const request = await readApiMessage(event, wallReply, permitWall('wall.put-up'), message);
	if (request instanceof Response) return request;
	const { person, schoolClass, sent } = request;
	const { work } = event.params;
	if (!isId(work)) return refuse('not-saved');
	const place = { account: person.id, classId: schoolClass.id, work };
	const result = await putUpProject(database(), place, sent, await currentAccountStorageLimits(database()));
	return result.kind === 'refused' ? refuse(result.reason) : answer(result);
};

export const DELETE: RequestHandler = async (event) => {
	const request = await checkApiRequest(event, wallReply, permitWall('wall.put-up'), limitChanges);
	if (request instanceof Response) return request;
	const { person, schoolClass } = request;
	const { work } = event.params;
	if (isId(work)) await takeOff(database(), { account: person.id, classId: schoolClass.id, work });
	return answer({ kind: 'taken-off' });
};
