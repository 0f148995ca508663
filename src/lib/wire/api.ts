import * as v from 'valibot';

/** Refusals that any request may get, with their HTTP statuses. */
export const COMMON_REFUSAL_STATUSES = {
	'signed-out': 401,
	'other-person': 409,
	forbidden: 403,
	'other-site': 403,
	'not-json': 415,
	malformed: 400,
	'too-large': 413,
	absent: 404
} as const;

export interface ApiFormat<Reason extends string> {
	format: number;
	statuses: Record<Reason, number>;
}

/**
 * Defines an API's format, by which the server answers and the browser parses the answers. `statuses`: HTTP statuses by refusal.
 */
export function defineApi<const Format extends number, Reason extends string>(
	format: Format,
	statuses: Record<Reason, number>
) {
	const formatSchema = v.literal(format);
	const reasonSchema = v.picklist(Object.keys(statuses) as Reason[]);
	return {
		format,
		statuses,
		formatSchema,
		reasonSchema,
		refusedSchema: v.object({
			format: formatSchema,
			kind: v.literal('refused'),
			reason: reasonSchema,
			/** Seconds after which the same request may succeed; absent when waiting does not help. */
			seconds: v.optional(v.number())
		})
	};
}

/**
 * The server did not answer, or not in Braise's format. `offline`: the request did not reach the server, or its answer took too
 * long.
 */
export interface UnansweredRequest {
	kind: 'unanswered';
	reason: 'offline' | 'server';
}

interface RequestOptions {
	method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
	body?: object;
	patienceMs?: number;
}

const SERVER_ANSWER_LIMIT_MS = 20_000;

export async function requestJson<Answer>(
	address: string,
	parse: (input: unknown) => Answer | undefined,
	{ method = 'GET', body, patienceMs = SERVER_ANSWER_LIMIT_MS }: RequestOptions = {}
): Promise<Answer | UnansweredRequest> {
	try {
		const response = await fetch(address, {
			method,
			...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
			redirect: 'manual',
			cache: 'no-store',
			signal: AbortSignal.timeout(patienceMs)
		});
		const answer = parse(await response.json().catch(() => undefined));
		return answer ?? { kind: 'unanswered', reason: 'server' };
	} catch {
		return { kind: 'unanswered', reason: 'offline' };
	}
}
