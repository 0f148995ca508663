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
import { isId } from '#lib/domain/identity.ts';

/** Largest message in bytes: enough for a few hundred ids. */
const LARGEST_MESSAGE_BYTES = 20_000;
const frequentMessageLimit = new BurstLimit();

/** Checks and parses a message. Whether the assignment is given to the student is left to each database statement. */
export async function receiveFrequentMessage<Sent extends { account: string }>(
	event: ApiRequestEvent,
	action: Extract<AccessAction, 'board.report' | 'debate.take-part'>,
	parse: (input: unknown) => Sent | undefined
) {
	const { assignment: assignmentId = '' } = event.params;
	return readApiMessage(
		event,
		syncResponder,
		async (person, refuse) => {
			const permission = await permitByRoleAssumingRelations(action, 'member')(person, refuse, event);
			if (permission instanceof Response) return permission;
			return isId(assignmentId) ? { assignmentId } : refuse('absent');
		},
		{
			// This refusal has no body, so that the browser sends a debate choice again; a choice refused in Braise's format is
			// dropped.
			limit: ({ id }) =>
				frequentMessageLimit.isTooOften(id, Date.now())
					? new Response(null, { status: 429, headers: { 'retry-after': '10' } })
					: undefined,
			largestBytes: LARGEST_MESSAGE_BYTES,
			parse
		}
	);
}

export type JsonBodyResult =
	| { kind: 'json'; value: unknown }
	| { kind: 'refused'; reason: 'not-json' | 'too-large' | 'malformed' };

const refuseBody = (reason: 'not-json' | 'too-large' | 'malformed'): JsonBodyResult => ({ kind: 'refused', reason });

/** Reads a JSON body of at most `largestBytes` bytes. Other content types are refused before the body is read. */
export async function readJsonBody(request: Request, largestBytes: number): Promise<JsonBodyResult> {
	const contentType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
	if (contentType !== 'application/json') return refuseBody('not-json');
	const parts: Uint8Array[] = [];
	let size = 0;
	try {
		const reader = request.body?.getReader();
		for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
			size += part.value.length;
			// Read the rest of the body without keeping it: aborting would hide the 413 answer. The server limits how much a client can send.
			if (size > largestBytes) parts.length = 0;
			else parts.push(part.value);
		}
		if (size > largestBytes) return refuseBody('too-large');
		const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
		return { kind: 'json', value: JSON.parse(text) };
	} catch {
		return refuseBody('malformed');
	}
}

/**
 * Tells whether the request comes from no other site. A request without an Origin header passes: it does not come from a
 * browser, so no other site can have made a browser attach cookies.
 */
export function isFromOwnPage(headers: Headers, origin: string): boolean {
	const originHeader = headers.get('origin');
	const siteHeader = headers.get('sec-fetch-site');
	return (originHeader === null || originHeader === origin) && (siteHeader === null || siteHeader === 'same-origin');
}

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

/** Returns the refusal, or the data that was read for the decision, which the route can use. */
export type PermissionCheck<Found extends object, Reason extends string> = (
	person: Person,
	refuse: (reason: Reason) => Response,
	event: ApiRequestEvent
) => Promise<Found | Response>;

type PersonRateLimit = (person: Person) => Response | undefined;

export interface ApiMessageRules<Sent extends object> {
	limit?: PersonRateLimit;
	largestBytes: number;
	/** Returns the parsed message, or the reason for a refusal; undefined means malformed. */
	parse: (input: unknown) => Sent | 'malformed' | 'too-large' | undefined;
}

/** `seconds`: how long a refused person's browser waits before it tries again. */
export const createPersonRateLimit =
	({ refuse }: ApiResponder<'too-often'>, seconds: number, burstLimit = new BurstLimit()): PersonRateLimit =>
	({ id }) =>
		burstLimit.isTooOften(id, Date.now()) ? refuse('too-often', seconds) : undefined;

/** Returns the refusal, or the person with what the permission check found. */
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
