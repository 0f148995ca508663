import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { demandAccess } from '#lib/server/access/index.ts';
import { database } from '#lib/server/db/index.ts';
import { findAdaptableChallenge } from '#lib/server/studio/open-challenge.ts';
import type { PageServerLoad } from './$types';

// Not prerendered or cached: the page holds the solution, so access is checked each time.
export const prerender = false;

export const load: PageServerLoad = async (event) => {
	const person = demandAccess(event, 'studio.use');
	event.setHeaders({ 'cache-control': 'private, no-store' });
	const adaptableChallenge = await findAdaptableChallenge(database(), person, event.params.challenge);
	if (!adaptableChallenge) error(404, m.challenge_unknown());
	const { id, version, hash, text } = adaptableChallenge.challenge;
	const language = getLocale();
	const { title, summary } = text[language];
	return { pinned: { id, version, hash }, title, summary, files: adaptableChallenge.files, language };
};
