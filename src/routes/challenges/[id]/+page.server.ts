import { error } from '@sveltejs/kit';
import { isStudioId } from '#lib/domain/identity.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { findAssignmentsByChallenge } from '#lib/server/assignments/assignment-queries.ts';
import { challengePartsOf, challengeWithoutLargeParts } from '#lib/server/content/challenge-parts.ts';
import { database } from '#lib/server/db/index.ts';
import { listShellAddresses } from '#lib/server/shell/index.ts';
import { catalogueEntryOf } from '#lib/server/studio/catalogue/catalogue.ts';
import { findChallengeToOpen } from '#lib/server/studio/open-challenge.ts';
import type { PageServerLoad } from './$types';

// Not prerendered: the content security policy names the shell's address, known only at run time.
export const prerender = false;

export const load: PageServerLoad = async ({ params, url, locals: { person } }) => {
	const challenge = await findChallengeToOpen(database(), person, params.id);
	if (!challenge) error(404, m.challenge_unknown());
	const language = getLocale();
	const { start, surroundings } = challengePartsOf(challenge, language);
	return {
		challenge: challengeWithoutLargeParts(challenge, language),
		parts: { start: start.address, around: surroundings.address },
		language,
		entry: isStudioId(challenge.id) ? await catalogueEntryOf(database(), challenge.hash, language) : null,
		given: (await findAssignmentsByChallenge(database(), person, new Date()))[challenge.id] ?? null,
		shells: listShellAddresses(url)
	};
};
