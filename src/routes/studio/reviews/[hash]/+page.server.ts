import { error, fail, redirect } from '@sveltejs/kit';
import { chooseChallengeTextLanguage } from '#lib/domain/language.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/localize-href.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { findPackage } from '#lib/server/content/packages.ts';
import { selectChallengeLanguage } from '#lib/server/content/challenge-parts.ts';
import { database } from '#lib/server/db/index.ts';
import { listShellAddresses } from '#lib/server/shell/index.ts';
import { checkPublication, demandVersionToReview } from '#lib/server/studio/catalogue/require-version.ts';
import { challengeCreditsOf } from '#lib/server/studio/catalogue/people.ts';
import { carryOutReviewerAct } from '#lib/server/studio/catalogue/reviewer-acts.ts';
import { readVersionForReview } from '#lib/server/studio/catalogue/reviews.ts';
import { FOLDER_PROCESS_FAILED } from '#lib/server/studio/folder-process.ts';
import type { Actions, PageServerLoad } from './$types';

// Not prerendered or cached: the page holds a solution, so access is checked each time.
export const prerender = false;

export const load: PageServerLoad = async (event) => {
	const { row, acts } = await demandVersionToReview(event, 'publication.review');
	event.setHeaders({ 'cache-control': 'private, no-store' });
	const challenge = await findPackage(database(), row.hash);
	if (!challenge) error(404, m.challenge_unknown());
	const language = chooseChallengeTextLanguage(challenge, getLocale());
	return {
		review: await readVersionForReview(database(), row, language),
		people: await challengeCreditsOf(database(), row, language),
		acts,
		// The challenge as students get it, for the reviewer to play; the private part is among the files.
		challenge: selectChallengeLanguage(challenge, language),
		language,
		shells: listShellAddresses(event.url)
	};
};

export const actions: Actions = {
	async check(event) {
		const { row } = await demandVersionToReview(event, 'publication.review');
		const { files } = await readVersionForReview(database(), row, getLocale());
		const problems = await checkPublication(row, files);
		if (problems === FOLDER_PROCESS_FAILED) return fail(503, { message: m.publication_check_lost() });
		return { problems };
	},

	async agree(event) {
		const { person, row } = await demandVersionToReview(event, 'publication.review');
		const failure = await carryOutReviewerAct(event, { person, hash: row.hash, act: 'agree' });
		// Go to the list: the second agreement publishes the version, and the reviewer may then not open it on this page any more.
		return failure ?? redirect(303, localizeHref('/studio/reviews?agreed'));
	},

	async work(event) {
		const { person, row } = await demandVersionToReview(event, 'publication.review');
		return carryOutReviewerAct(event, { person, hash: row.hash, act: 'ask-for-work' });
	},

	async comment(event) {
		const { person, row } = await demandVersionToReview(event, 'publication.review');
		return carryOutReviewerAct(event, { person, hash: row.hash, act: 'comment' });
	},

	async hold(event) {
		const { person, row } = await demandVersionToReview(event, 'publication.hold-back');
		return carryOutReviewerAct(event, { person, hash: row.hash, act: 'hold-back' });
	},

	async release(event) {
		const { person, row } = await demandVersionToReview(event, 'publication.hold-back');
		const failure = await carryOutReviewerAct(event, { person, hash: row.hash, act: 'release' });
		return failure ?? redirect(303, localizeHref('/studio/reviews'));
	},

	async retire(event) {
		const { person, row } = await demandVersionToReview(event, 'publication.hold-back');
		return carryOutReviewerAct(event, { person, hash: row.hash, act: 'retire' });
	}
};
