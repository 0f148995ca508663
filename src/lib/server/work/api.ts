/** The answers of the addresses for saved work: JSON always, for a program to read. */
import { json, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { may, type Action } from '../../domain/access.ts';
import { idSchema, STATUS, SYNC_FORMAT, type Refusal } from '../../domain/sync.ts';
import { demand } from '../access/index.ts';
import { fromHere } from '../http/json-body.ts';
import type { Reader } from './redact-version.ts';
import type { Beside } from './store.ts';

export function answer(body: object, status = 200): Response {
	return json({ format: SYNC_FORMAT, ...body }, { status, headers: { 'cache-control': 'no-store' } });
}

/** `seconds`: after which the same may be tried again. */
export function refuse(reason: Refusal, seconds?: number): Response {
	const response = answer({ kind: 'refused', reason, ...(seconds === undefined ? {} : { seconds }) }, STATUS[reason]);
	if (seconds !== undefined) response.headers.set('retry-after', String(seconds));
	return response;
}

export type Asked = { kind: 'person'; account: string; beside: Beside | null } | { kind: 'refused'; answer: Response };

/**
 * Who asks, and whether they may. That a work is theirs is part of each statement on the database: a work of someone else's is absent.
 */
export function workRequest(event: RequestEvent, action: Action): Asked {
	const { request, url } = event;
	const { person } = event.locals;
	if (request.method !== 'GET' && !fromHere(request.headers, url.origin))
		return { kind: 'refused', answer: refuse('other-site') };
	if (person === null) return { kind: 'refused', answer: refuse('signed-out') };
	if (!may(person.role, action, ['author'])) return { kind: 'refused', answer: refuse('forbidden') };
	demand(event, action, ['author']);
	// A tab of someone who was here before: what it asks for is not what it believes.
	const believed = url.searchParams.get('account');
	if (believed !== null && believed !== person.id) return { kind: 'refused', answer: refuse('other-person') };
	const { pair } = person;
	return { kind: 'person', account: person.id, beside: pair ? { pair: pair.id, account: pair.other.id } : null };
}

export const isId = (text: string | null): text is string => v.is(idSchema, text);

export const readerOf = ({ account, beside }: Extract<Asked, { kind: 'person' }>): Reader => ({
	account,
	beside: beside?.account
});
