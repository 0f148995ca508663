import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { findPredictedCall } from '#lib/projects/challenge-project.ts';
import { pickChallengeDataFiles } from '#lib/server/content/judge-input.ts';
import { database } from '#lib/server/db/index.ts';
import { RELATIONS_ALLOWING_TO_BEGIN, findChallengeToOpen } from '#lib/server/studio/open-challenge.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { person } }) => {
	const challenge = await findChallengeToOpen(database(), person, params.challenge, RELATIONS_ALLOWING_TO_BEGIN);
	if (!challenge) error(404, m.challenge_unknown());
	const language = getLocale();
	const { id, version, hash, start, surroundings, steps, text } = challenge;
	const { title, summary } = text[language];
	return {
		pinned: { id, version, hash },
		summary,
		start: start[language],
		source: { title, language, data: pickChallengeDataFiles(surroundings), call: findPredictedCall(steps) }
	};
};
