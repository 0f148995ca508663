/** Reads a request that says it brings JSON. What is not plainly that is refused before anything is read. */
export type Body =
	{ kind: 'json'; value: unknown } | { kind: 'refused'; reason: 'not-json' | 'too-large' | 'malformed' };

const refused = (reason: 'not-json' | 'too-large' | 'malformed'): Body => ({ kind: 'refused', reason });

/** `largest` in bytes: more than that is not kept. */
export async function readJson(request: Request, largest: number): Promise<Body> {
	const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
	if (type !== 'application/json') return refused('not-json');
	const parts: Uint8Array[] = [];
	let size = 0;
	try {
		const reader = request.body?.getReader();
		for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
			size += part.value.length;
			// Read to its end, which the process bounds, and not kept: who is cut off while sending never hears why.
			if (size > largest) parts.length = 0;
			else parts.push(part.value);
		}
		if (size > largest) return refused('too-large');
		const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
		return { kind: 'json', value: JSON.parse(text) };
	} catch {
		return refused('malformed');
	}
}

/**
 * Whether a page of ours asks. A browser says from where it writes; without that word it is no browser, and brings nobody's cookie
 * unasked.
 */
export function fromHere(headers: Headers, origin: string): boolean {
	const from = headers.get('origin');
	const site = headers.get('sec-fetch-site');
	return (from === null || from === origin) && (site === null || site === 'same-origin');
}
