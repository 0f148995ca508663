/** Lets a second student join the machine's first one as a pair, and leave again. */
import { LARGEST_JOINING, parseJoining } from '#lib/domain/pair.ts';
import { isId } from '#lib/domain/sync.ts';
import { demand } from '#lib/server/access/index.ts';
import { BUSY_SECONDS } from '#lib/server/auth/hash-queue.ts';
import { sessionOf } from '#lib/server/auth/session.ts';
import { findClass } from '#lib/server/classes/classes.ts';
import { classesOf } from '#lib/server/classes/own.ts';
import { relationsToClass } from '#lib/server/classes/relations.ts';
import { database } from '#lib/server/db/index.ts';
import { readJson } from '#lib/server/http/json-body.ts';
import { answer, asking, refuse } from '#lib/server/pairs/api.ts';
import { joinPair } from '#lib/server/pairs/join.ts';
import { endPair } from '#lib/server/pairs/pair-session.ts';
import type { RequestHandler } from './$types';

/** Lists the classes in which a second student may join, the last joined first. */
export const GET: RequestHandler = async (event) => {
	const asked = asking(event, 'pair.leave');
	if (asked.kind === 'refused') return asked.answer;
	demand(event, 'pair.leave', ['self']);
	const classes = await classesOf(database(), asked.person.id);
	return answer({ kind: 'classes', classes: classes.map(({ id, name }) => ({ id, name })).reverse() });
};

export const POST: RequestHandler = async (event) => {
	const asked = asking(event, 'pair.join');
	if (asked.kind === 'refused') return asked.answer;
	const { person } = asked;
	const body = await readJson(event.request, LARGEST_JOINING);
	if (body.kind === 'refused') return refuse(body.reason);
	const sent = parseJoining(body.value);
	if (sent === undefined) return refuse('malformed');
	if (sent.account !== person.id) return refuse('other-person');
	const relations = await relationsToClass(database(), sent.class, person.id);
	if (!relations.includes('member')) return refuse('absent');
	demand(event, 'pair.join', relations);
	const [into, session] = [await findClass(database(), sent.class), await sessionOf(event)];
	if (!into) return refuse('absent');
	if (session === undefined) return refuse('signed-out');
	const joining = await joinPair(
		event,
		database(),
		{ session, account: person.id },
		{ id: into.id, code: into.joinCode },
		sent.pseudonym,
		sent.words
	);
	if (joining.kind === 'in') return answer({ kind: 'joined' });
	if (joining.kind === 'busy') return refuse('wait', BUSY_SECONDS);
	return joining.kind === 'wait' ? refuse('wait', joining.seconds) : refuse(joining.kind);
};

/** Ends the pair; repeating it succeeds even when the pair is gone. */
export const DELETE: RequestHandler = async (event) => {
	const asked = asking(event, 'pair.leave');
	if (asked.kind === 'refused') return asked.answer;
	demand(event, 'pair.leave', ['self']);
	const pair = event.url.searchParams.get('pair');
	if (!isId(pair)) return refuse('malformed');
	await endPair(database(), asked.person.id, pair);
	return answer({ kind: 'ended' });
};
