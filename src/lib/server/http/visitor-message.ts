/** Reads a JSON message that visitors may send too, and checks its sender, size and format. */
import type { RequestEvent } from '@sveltejs/kit';
import type { ApiResponder } from './api.ts';
import { isFromOwnPage, readJsonBody } from './json-body.ts';

type VisitorMessageRefusalReason = 'other-site' | 'not-json' | 'malformed' | 'too-large';

/** Returns the parsed message, or the refusal. The route must already have demanded access. */
export async function readVisitorMessage<Sent extends object>(
	{ request, url }: Pick<RequestEvent, 'request' | 'url'>,
	{ refuse }: ApiResponder<VisitorMessageRefusalReason>,
	{ largestBytes, parse }: { largestBytes: number; parse: (input: unknown) => Sent | undefined }
): Promise<Sent | Response> {
	if (!isFromOwnPage(request.headers, url.origin)) return refuse('other-site');
	const body = await readJsonBody(request, largestBytes);
	if (body.kind === 'refused') return refuse(body.reason);
	return parse(body.value) ?? refuse('malformed');
}
