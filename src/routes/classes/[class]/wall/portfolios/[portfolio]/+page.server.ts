import type { RequestEvent } from '@sveltejs/kit';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/db/index.ts';
import { listShownPortfolioChallenges } from '#lib/server/studio/portfolio-challenges.ts';
import { decidePortfolioVisibility } from '#lib/server/wall/put-up-portfolio.ts';
import { loadPortfolioForPage, classAndPortfolioIdsOf } from '#lib/server/wall/exhibit-page.ts';
import { demandWallAccess } from '#lib/server/wall/require-wall.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const visitor = await demandWallAccess(event, 'wall.lead');
	const portfolio = await loadPortfolioForPage(event, visitor);
	return {
		schoolClass: visitor.schoolClass,
		portfolio,
		challenges: await listShownPortfolioChallenges(database(), portfolio, getLocale()),
		language: getLocale()
	};
};

async function changePortfolioVisibility(event: RequestEvent, decision: 'hide' | 'show'): Promise<void> {
	const visitor = await demandWallAccess(event, 'wall.lead');
	await decidePortfolioVisibility(database(), classAndPortfolioIdsOf(event, visitor), decision);
}

export const actions: Actions = {
	hide: (event) => changePortfolioVisibility(event, 'hide'),
	show: (event) => changePortfolioVisibility(event, 'show')
};
