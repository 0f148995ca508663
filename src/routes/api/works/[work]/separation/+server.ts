import { LARGEST_PAIR_REQUEST_BYTES, parseSeparationRequest } from '#lib/wire/pair.ts';
import { isId } from '#lib/domain/identity.ts';
import { database } from '#lib/server/db/index.ts';
import { readApiMessage, pairResponder, permitByRoleAssumingRelations } from '#lib/server/http/api.ts';
import { separatePairWork } from '#lib/server/pairs/separate-pair-work.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = async (event) => {
	const request = await readApiMessage(event, pairResponder, permitByRoleAssumingRelations('pair.leave', 'self'), {
		largestBytes: LARGEST_PAIR_REQUEST_BYTES,
		parse: parseSeparationRequest
	});
	if (request instanceof Response) return request;
	const { work: id } = event.params;
	const work = isId(id) ? await separatePairWork(database(), request.person.id, id) : undefined;
	return work === undefined ? pairResponder.refuse('absent') : pairResponder.answer({ kind: 'separated', work });
};
