/** Loads the page of a portfolio on a wall, for students and for teachers. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { isId } from '#lib/domain/identity.ts';
import { m } from '#lib/paraglide/messages.js';
import { database } from '#lib/server/db/index.ts';
import { wallPathFor } from './exhibit-page.ts';
import { readPortfolio, type PortfolioInClass } from './portfolio-queries.ts';
import type { WallAccess } from './require-wall.ts';

type PortfolioRequestEvent = Pick<RequestEvent, 'params'>;

/** Returns the class and the id of the portfolio in the address; throws 404 when the id is not valid. */
export function classAndPortfolioIdsOf(
	{ params }: PortfolioRequestEvent,
	{ schoolClass }: WallAccess
): PortfolioInClass {
	const portfolio = params['portfolio'];
	if (!isId(portfolio)) error(404, m.access_nothing());
	return { classId: schoolClass.id, portfolio };
}

/**
 * Reads the portfolio for a page. Throws the same 404 for a portfolio that the person may not see and for one that never
 * existed.
 */
export async function loadPortfolioForPage(event: PortfolioRequestEvent, wallAccess: WallAccess) {
	const { person, schoolClass, isTeacher } = wallAccess;
	const reader = { account: person.id, isTeacher };
	const portfolio = await readPortfolio(database(), classAndPortfolioIdsOf(event, wallAccess), reader);
	if (!portfolio) error(404, { message: m.portfolio_gone(), wallPath: wallPathFor(schoolClass.id, isTeacher) });
	return portfolio;
}
