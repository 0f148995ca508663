/** Reads the JSON bodies of requests and recognises requests from Braise's own pages. */
export type JsonBody =
	| { kind: 'json'; value: unknown }
	| { kind: 'refused'; reason: 'not-json' | 'too-large' | 'malformed' };

const refuse = (reason: 'not-json' | 'too-large' | 'malformed'): JsonBody => ({ kind: 'refused', reason });

/** Reads a JSON body of at most `largest` bytes. Other content types are refused before the body is read. */
export async function readJson(request: Request, largest: number): Promise<JsonBody> {
	const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
	if (type !== 'application/json') return refuse('not-json');
	const parts: Uint8Array[] = [];
	let size = 0;
	try {
		const reader = request.body?.getReader();
		for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
			size += part.value.length;
			// Read the rest of the body without keeping it: aborting would hide the 413 answer. The server limits how much a client can send.
			if (size > largest) parts.length = 0;
			else parts.push(part.value);
		}
		if (size > largest) return refuse('too-large');
		const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
		return { kind: 'json', value: JSON.parse(text) };
	} catch {
		return refuse('malformed');
	}
}

/**
 * Tells whether one of Braise's own pages sent the request. A request without Origin does not come from a browser, so no cookies were
 * attached against the person's will.
 */
export function isFromOwnPage(headers: Headers, origin: string): boolean {
	const from = headers.get('origin');
	const site = headers.get('sec-fetch-site');
	return (from === null || from === origin) && (site === null || site === 'same-origin');
}
