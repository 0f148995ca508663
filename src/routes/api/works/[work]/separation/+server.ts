/** Separates a work of two authors, so that each goes on alone from its present state. */
import { LARGEST_JOINING, parseSeparating } from '#lib/domain/pair.ts';
import { isId } from '#lib/domain/sync.ts';
import { demand } from '#lib/server/access/index.ts';
import { database } from '#lib/server/db/index.ts';
import { readJson } from '#lib/server/http/json-body.ts';
import { answer, asking, refuse } from '#lib/server/pairs/api.ts';
import { separate } from '#lib/server/pairs/separate.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = async (event) => {
	const asked = asking(event, 'pair.leave');
	if (asked.kind === 'refused') return asked.answer;
	demand(event, 'pair.leave', ['self']);
	const body = await readJson(event.request, LARGEST_JOINING);
	if (body.kind === 'refused') return refuse(body.reason);
	const sent = parseSeparating(body.value);
	if (sent === undefined) return refuse('malformed');
	if (sent.account !== asked.person.id) return refuse('other-person');
	const work = isId(event.params.work) ? await separate(database(), asked.person.id, event.params.work) : undefined;
	return work === undefined ? refuse('absent') : answer({ kind: 'separated', work });
};
