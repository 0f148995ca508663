/** Reads the JSON bodies of requests and recognises requests from Braise's own pages. */
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
