import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/localize-href.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/db/index.ts';
import { listShownPortfolioChallenges } from '#lib/server/studio/portfolio-challenges.ts';
import { reportPortfolio } from '#lib/server/wall/put-up-portfolio.ts';
import { loadPortfolioForPage, classAndPortfolioIdsOf } from '#lib/server/wall/exhibit-page.ts';
import { demandWallAccess } from '#lib/server/wall/require-wall.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const wallAccess = await demandWallAccess(event, 'wall.see');
	const { schoolClass, isTeacher } = wallAccess;
	const { portfolio: id } = classAndPortfolioIdsOf(event, wallAccess);
	if (isTeacher) redirect(303, localizeHref(`/classes/${schoolClass.id}/wall/portfolios/${id}`));
	const portfolio = await loadPortfolioForPage(event, wallAccess);
	return {
		wall: { id: schoolClass.id },
		portfolio,
		challenges: await listShownPortfolioChallenges(database(), portfolio, getLocale()),
		language: getLocale()
	};
};

export const actions: Actions = {
	async report(event) {
		const wallAccess = await demandWallAccess(event, 'wall.report');
		const isHiddenByReport = await reportPortfolio(
			database(),
			wallAccess.person.id,
			classAndPortfolioIdsOf(event, wallAccess)
		);
		// A person no longer sees a portfolio that they have reported, so send them to the wall.
		redirect(303, localizeHref(`/wall/${wallAccess.schoolClass.id}${isHiddenByReport ? '?reported' : ''}`));
	}
};
