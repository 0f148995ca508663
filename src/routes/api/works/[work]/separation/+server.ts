/** Separates a work of two authors, so that each goes on alone from its present version. */
import { LARGEST_JOINING, parseSeparating } from '#lib/wire/pair.ts';
import { isId } from '#lib/domain/identity.ts';
import { database } from '#lib/server/db/index.ts';
import { apiMessage, pairReply, withRelation } from '#lib/server/http/api.ts';
import { endSeparation } from '#lib/server/pairs/separate.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = async (event) => {
	const request = await apiMessage(event, pairReply, withRelation('pair.leave', 'self'), {
		largestBytes: LARGEST_JOINING,
		parse: parseSeparating
	});
	if (request instanceof Response) return request;
	const { work: id } = event.params;
	const work = isId(id) ? await endSeparation(database(), request.person.id, id) : undefined;
	return work === undefined ? pairReply.refuse('absent') : pairReply.answer({ kind: 'separated', work });
};
