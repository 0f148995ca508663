/** Sends a request to Braise's server and reads its JSON answer. */

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
	/** Body of the request, sent as JSON. */
	body?: object;
	/** Milliseconds to wait for the answer. */
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
