import { getLocale } from '#lib/paraglide/runtime.js';
import { demandAssignmentAccess } from '#lib/server/assignments/require-assignment.ts';
import { challengePartsOf, challengeWithoutLargeParts } from '#lib/server/content/challenge-parts.ts';
import { openPinnedChallenge } from '#lib/server/content/version-extracts.ts';
import { database } from '#lib/server/db/index.ts';
import { reusableCommentsOf } from '#lib/server/reviews/reusable-comments.ts';
import { listShellAddresses } from '#lib/server/shell/index.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { person, schoolClass, assignment } = await demandAssignmentAccess(event, 'review.write');
	const { subject } = assignment;
	const language = getLocale();
	const challenge = subject.kind === 'challenge' ? await openPinnedChallenge(database(), subject) : undefined;
	const challengeParts = challenge && challengePartsOf(challenge, language);
	return {
		schoolClass,
		assignment,
		language,
		challenge: challenge
			? { ...challengeWithoutLargeParts(challenge, language), start: challenge.start, opens: challenge.opens }
			: null,
		parts: challengeParts ? { start: challengeParts.start.address, around: challengeParts.surroundings.address } : null,
		shells: listShellAddresses(event.url),
		reusable: await reusableCommentsOf(database(), person.id)
	};
};
