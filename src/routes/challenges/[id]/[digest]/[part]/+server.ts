import { LANGUAGES } from '#lib/domain/language.ts';
import { isStudioId } from '#lib/domain/identity.ts';
import { challengePartsOf, findVersionHashPrefix } from '#lib/server/content/challenge-parts.ts';
import { findChallengeByHashPrefix } from '#lib/server/content/version-extracts.ts';
import { database } from '#lib/server/db/index.ts';
import { findRelationsToVersion } from '#lib/server/studio/permission.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, locals: { person } }) => {
	const version = findVersionHashPrefix(params.digest);
	const knownVersion =
		version === undefined ? undefined : await findChallengeByHashPrefix(database(), params.id, version);
	const isOfStudio = isStudioId(params.id);
	const isClosed =
		knownVersion && isOfStudio && (await findRelationsToVersion(database(), person?.id, knownVersion)).length === 0;
	const openVersion = isClosed ? undefined : knownVersion;
	const parts = openVersion
		? LANGUAGES.flatMap((language) => Object.values(challengePartsOf(openVersion, language)))
		: [];
	const part = parts.find(({ address }) => address === url.pathname);
	if (!part) return new Response('Not Found', { status: 404 });
	return new Response(part.body, {
		headers: {
			'content-type': part.type,
			'cache-control': `${isOfStudio ? 'private' : 'public'}, max-age=31536000, immutable`
		}
	});
};
