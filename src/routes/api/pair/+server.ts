import { isActionAllowed } from '#lib/domain/access.ts';
import { LARGEST_PAIR_REQUEST_BYTES, parseSentPairRequest } from '#lib/wire/pair.ts';
import { isId } from '#lib/domain/identity.ts';
import { demandAccess } from '#lib/server/access/index.ts';
import { HASH_QUEUE_RETRY_SECONDS } from '#lib/server/auth/hash-queue.ts';
import { findSessionId } from '#lib/server/auth/session.ts';
import { findClass, classesOfStudent } from '#lib/server/classes/classes.ts';
import { findRelationsToClass } from '#lib/server/classes/require-class.ts';
import { database } from '#lib/server/db/index.ts';
import {
	readApiMessage,
	checkApiRequest,
	pairResponder,
	permitByRoleAssumingRelations,
	type PermissionCheck
} from '#lib/server/http/api.ts';
import { joinPair } from '#lib/server/auth/second-student.ts';
import { endPair } from '#lib/server/pairs/pair-session.ts';
import type { RequestHandler } from './$types';

/** Lists the student's classes, in any of which a pair may be formed, most recently joined class first. */
export const GET: RequestHandler = async (event) => {
	const request = await checkApiRequest(event, pairResponder, permitByRoleAssumingRelations('pair.leave', 'self'));
	if (request instanceof Response) return request;
	const classes = await classesOfStudent(database(), request.person.id);
	return pairResponder.answer({ kind: 'classes', classes: classes.map(({ id, name }) => ({ id, name })).reverse() });
};

/** Permits every role that may join a pair in some class. The request's body names the class, checked later. */
const permitPairJoinByRole: PermissionCheck<object, 'forbidden'> = ({ role }, refuse) =>
	Promise.resolve(isActionAllowed(role, 'pair.join', ['member']) ? {} : refuse('forbidden'));

export const POST: RequestHandler = async (event) => {
	const request = await readApiMessage(event, pairResponder, permitPairJoinByRole, {
		largestBytes: LARGEST_PAIR_REQUEST_BYTES,
		parse: parseSentPairRequest
	});
	if (request instanceof Response) return request;
	const { person, body } = request;
	const relations = await findRelationsToClass(database(), body.class, person.id);
	if (!relations.includes('member')) return pairResponder.refuse('absent');
	demandAccess(event, 'pair.join', relations);
	const [into, session] = [await findClass(database(), body.class), await findSessionId(event)];
	if (!into) return pairResponder.refuse('absent');
	if (session === undefined) return pairResponder.refuse('signed-out');
	const joining = await joinPair(
		event,
		database(),
		{ session, account: person.id },
		{ id: into.id, code: into.joinCode },
		body.pseudonym,
		body.words
	);
	if (joining.kind === 'in') return pairResponder.answer({ kind: 'joined' });
	if (joining.kind === 'busy') return pairResponder.refuse('wait', HASH_QUEUE_RETRY_SECONDS);
	return joining.kind === 'wait' ? pairResponder.refuse('wait', joining.seconds) : pairResponder.refuse(joining.kind);
};

/** Ends the pair. Repeating the request succeeds even when the pair has ended already. */
export const DELETE: RequestHandler = async (event) => {
	const request = await checkApiRequest(event, pairResponder, permitByRoleAssumingRelations('pair.leave', 'self'));
	if (request instanceof Response) return request;
	const pairId = event.url.searchParams.get('pair');
	if (!isId(pairId)) return pairResponder.refuse('malformed');
	await endPair(database(), request.person.id, pairId);
	return pairResponder.answer({ kind: 'ended' });
};
