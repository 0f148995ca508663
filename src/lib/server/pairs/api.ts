/** Builds the JSON answers of the pair endpoints and checks their requests. */
import { json, type RequestEvent } from '@sveltejs/kit';
import { may, type Action } from '../../domain/access.ts';
import { PAIR_FORMAT, PAIR_STATUS, type PairRefusal } from '../../domain/pair.ts';
import type { Person } from '../../domain/person.ts';
import { fromHere } from '../http/json-body.ts';

export function answer(body: object, status = 200): Response {
	return json({ format: PAIR_FORMAT, ...body }, { status, headers: { 'cache-control': 'no-store' } });
}

export function refuse(reason: PairRefusal, seconds?: number): Response {
	return answer({ kind: 'refused', reason, ...(seconds === undefined ? {} : { seconds }) }, PAIR_STATUS[reason]);
}

export type Asking = { kind: 'student'; person: Person } | { kind: 'refused'; answer: Response };

/** Checks that a student sends the request, from one of our pages. The caller demands access to what the request names. */
export function asking(
	{ locals: { person }, request, url }: Pick<RequestEvent, 'locals' | 'request' | 'url'>,
	action: Action
): Asking {
	const refused = (reason: PairRefusal): Asking => ({ kind: 'refused', answer: refuse(reason) });
	if (request.method !== 'GET' && !fromHere(request.headers, url.origin)) return refused('other-site');
	if (person === null) return refused('signed-out');
	if (!may(person.role, action, ['self', 'member'])) return refused('forbidden');
	// A tab left open by an earlier user must not act for the current one.
	const believed = url.searchParams.get('account');
	if (believed !== null && believed !== person.id) return refused('other-person');
	return { kind: 'student', person };
}
