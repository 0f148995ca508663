/** Builds the JSON answers of the endpoints for saved work and checks their requests. */
import { json, type RequestEvent } from '@sveltejs/kit';
import { may, type Action } from '../../domain/access.ts';
import { STATUS, SYNC_FORMAT, type Refusal } from '../../domain/sync.ts';
import { demand } from '../access/index.ts';
import { fromHere } from '../http/json-body.ts';
import type { Reader } from './redact-version.ts';
import type { Beside } from './store.ts';

export function answer(body: object, status = 200): Response {
	return json({ format: SYNC_FORMAT, ...body }, { status, headers: { 'cache-control': 'no-store' } });
}

/** `seconds`: when the browser may try again. */
export function refuse(reason: Refusal, seconds?: number): Response {
	const response = answer({ kind: 'refused', reason, ...(seconds === undefined ? {} : { seconds }) }, STATUS[reason]);
	if (seconds !== undefined) response.headers.set('retry-after', String(seconds));
	return response;
}

export type Asked = { kind: 'person'; account: string; beside: Beside | null } | { kind: 'refused'; answer: Response };

/** Checks who asks and whether their role may. Each database statement checks authorship itself, so another person's work is absent. */
export function workRequest(event: RequestEvent, action: Action): Asked {
	const { request, url } = event;
	const { person } = event.locals;
	if (request.method !== 'GET' && !fromHere(request.headers, url.origin))
		return { kind: 'refused', answer: refuse('other-site') };
	if (person === null) return { kind: 'refused', answer: refuse('signed-out') };
	if (!may(person.role, action, ['author'])) return { kind: 'refused', answer: refuse('forbidden') };
	demand(event, action, ['author']);
	// A tab left open by an earlier user must not act for the current one.
	const believed = url.searchParams.get('account');
	if (believed !== null && believed !== person.id) return { kind: 'refused', answer: refuse('other-person') };
	const { pair } = person;
	return { kind: 'person', account: person.id, beside: pair ? { pair: pair.id, account: pair.other.id } : null };
}

export const readerOf = ({ account, beside }: Extract<Asked, { kind: 'person' }>): Reader => ({
	account,
	beside: beside?.account
});
