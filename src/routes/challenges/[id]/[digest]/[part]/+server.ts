/** The parts of a challenge that its page fetches by their hash. */
import { LANGUAGES } from '#lib/domain/challenge.ts';
import { challenge } from '#lib/server/content/index.ts';
import { partsOf } from '#lib/server/content/parts.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url }) => {
	const found = await challenge(params.id);
	const parts = found ? LANGUAGES.flatMap((language) => Object.values(partsOf(found, language))) : [];
	const part = parts.find(({ address }) => address === url.pathname);
	if (!part) return new Response('Not Found', { status: 404 });
	return new Response(part.body, {
		headers: { 'content-type': part.type, 'cache-control': 'public, max-age=31536000, immutable' }
	});
};
