/** The answers of the addresses for two at one machine: JSON always, for a program to read. */
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

/** Whether a student asks, from one of our own pages. What they may do with what they name is demanded where it is known. */
export function asking(
	{ locals: { person }, request, url }: Pick<RequestEvent, 'locals' | 'request' | 'url'>,
	action: Action
): Asking {
	const refused = (reason: PairRefusal): Asking => ({ kind: 'refused', answer: refuse(reason) });
	if (request.method !== 'GET' && !fromHere(request.headers, url.origin)) return refused('other-site');
	if (person === null) return refused('signed-out');
	if (!may(person.role, action, ['self', 'member'])) return refused('forbidden');
	// A tab of someone who was here before: what it asks for is not what it believes.
	const believed = url.searchParams.get('account');
	if (believed !== null && believed !== person.id) return refused('other-person');
	return { kind: 'student', person };
}
