/** Checks page, person, permission and body of JSON requests, and answers in the format that the client reads. */
import { json, type RequestEvent } from '@sveltejs/kit';
import { isActionAllowed, type AccessAction, type AccessRelation, type Person } from '#lib/domain/access.ts';
import type { ApiFormat } from '#lib/wire/api.ts';
import { handInApi } from '#lib/wire/hand-in.ts';
import { pairApi } from '#lib/wire/pair.ts';
import { reviewApi } from '#lib/wire/review.ts';
import { studioApi } from '#lib/wire/studio.ts';
import { syncApi } from '#lib/wire/sync.ts';
import { wallApi } from '#lib/wire/wall.ts';
import { demandAccess } from '#lib/server/access/index.ts';
import { BurstLimit } from '#lib/server/rate-limit/burst-limit.ts';
import { isFromOwnPage, readJsonBody } from './json-body.ts';

export interface ApiResponder<Reason extends string> {
	answer(body: object, status?: number): Response;
	/** Answers with a refusal. `seconds`: how long the browser waits before it tries again. */
	refuse(reason: Reason, seconds?: number): Response;
}

export function createApiResponder<Reason extends string>({
	format,
	statuses
}: ApiFormat<Reason>): ApiResponder<Reason> {
	const respondWithJson = (body: object, status: number, headers = {}) =>
		json({ format, ...body }, { status, headers: { 'cache-control': 'no-store', ...headers } });
	return {
		answer: (body, status = 200) => respondWithJson(body, status),
		refuse(reason, seconds) {
			const refusal = { kind: 'refused', reason };
			if (seconds === undefined) return respondWithJson(refusal, statuses[reason]);
			return respondWithJson({ ...refusal, seconds }, statuses[reason], { 'retry-after': String(seconds) });
		}
	};
}

export const syncResponder = createApiResponder(syncApi);
export const handInResponder = createApiResponder(handInApi);
export const pairResponder = createApiResponder(pairApi);
export const reviewResponder = createApiResponder(reviewApi);
export const studioResponder = createApiResponder(studioApi);
export const wallResponder = createApiResponder(wallApi);

export type ApiRequestEvent = Pick<RequestEvent, 'locals' | 'params' | 'request' | 'url'>;
type ApiCheckRefusalReason = 'other-site' | 'signed-out' | 'other-person' | 'not-json' | 'too-large' | 'malformed';

/**
 * Checks that a person may do an action. Returns the refusal, or the data that was read for the decision, which the route can
 * use.
 */
export type PermissionCheck<Found extends object, Reason extends string> = (
	person: Person,
	refuse: (reason: Reason) => Response,
	event: ApiRequestEvent
) => Promise<Found | Response>;

/** Returns the refusal of a person who sends too often, else undefined. */
type PersonRateLimit = (person: Person) => Response | undefined;

export interface ApiMessageRules<Sent extends object> {
	limit?: PersonRateLimit;
	/** Largest request body in bytes. */
	largestBytes: number;
	/** Returns the parsed message, or the reason for a refusal; undefined means malformed. */
	parse: (input: unknown) => Sent | 'malformed' | 'too-large' | undefined;
}

/**
 * Returns a function that refuses a person who exceeds `burstLimit`. `seconds`: how long the browser waits before it tries
 * again.
 */
export const createPersonRateLimit =
	({ refuse }: ApiResponder<'too-often'>, seconds: number, burstLimit = new BurstLimit()): PersonRateLimit =>
	({ id }) =>
		burstLimit.isTooOften(id, Date.now()) ? refuse('too-often', seconds) : undefined;

/**
 * Checks the sender and the permission of a JSON request. Returns the refusal, or the person with what the permission check
 * found.
 */
export async function checkApiRequest<Found extends object, Reason extends string>(
	event: ApiRequestEvent,
	{ refuse }: ApiResponder<Reason | ApiCheckRefusalReason>,
	permit: PermissionCheck<Found, Reason | ApiCheckRefusalReason>,
	limit?: PersonRateLimit
): Promise<(Found & { person: Person }) | Response> {
	const { request, url, locals } = event;
	const { person } = locals;
	if (request.method !== 'GET' && !isFromOwnPage(request.headers, url.origin)) return refuse('other-site');
	if (person === null) return refuse('signed-out');
	// A tab left open by an earlier user must neither act for the current user nor receive a refusal that concerns the current user.
	const believedAccount = url.searchParams.get('account');
	if (believedAccount !== null && believedAccount !== person.id) return refuse('other-person');
	const permission = await permit(person, refuse, event);
	if (permission instanceof Response) return permission;
	return limit?.(person) ?? { ...permission, person };
}

/** Checks a request as `checkApiRequest` does, then reads and parses its JSON body. */
export async function readApiMessage<Found extends object, Sent extends object, Reason extends string>(
	event: ApiRequestEvent,
	responder: ApiResponder<Reason | ApiCheckRefusalReason>,
	permit: PermissionCheck<Found, Reason | ApiCheckRefusalReason>,
	{ limit, largestBytes, parse }: ApiMessageRules<Sent>
): Promise<(Found & { person: Person; body: Sent }) | Response> {
	const request = await checkApiRequest(event, responder, permit, limit);
	if (request instanceof Response) return request;
	const body = await readJsonBody(event.request, largestBytes);
	if (body.kind === 'refused') return responder.refuse(body.reason);
	const message = parse(body.value) ?? 'malformed';
	if (typeof message === 'string') return responder.refuse(message);
	if ('account' in message && message.account !== request.person.id) return responder.refuse('other-person');
	return { ...request, body: message };
}

/**
 * Permits every person whose role allows the action, assuming that the person has the given relations. Whether they have them
 * must be checked by the route's database statements.
 */
export function permitByRoleAssumingRelations(
	action: AccessAction,
	...relations: AccessRelation[]
): PermissionCheck<object, 'forbidden'> {
	return async ({ role }, refuse, event) => {
		if (!isActionAllowed(role, action, relations)) return refuse('forbidden');
		demandAccess(event, action, relations);
		return {};
	};
}
