/** Loads the page of a portfolio on a wall, for students and for teachers. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { isId } from '#lib/domain/identity.ts';
import { m } from '#lib/paraglide/messages.js';
import { database } from '#lib/server/db/index.ts';
import { wallPathFor } from './exhibit-page.ts';
import { readPortfolio, type PortfolioInClass } from './portfolio-queries.ts';
import type { WallVisitor } from './require-wall.ts';

type PortfolioEvent = Pick<RequestEvent, 'params'>;

/** Returns the class and the id of the portfolio in the address; throws 404 when the id is not valid. */
export function classAndPortfolioIdsOf({ params }: PortfolioEvent, { schoolClass }: WallVisitor): PortfolioInClass {
	const portfolio = params['portfolio'];
	if (!isId(portfolio)) error(404, m.access_nothing());
	return { classId: schoolClass.id, portfolio };
}

/**
 * Reads the portfolio for a page. Throws the same 404 for a portfolio that the visitor may not see and for one that never
 * existed.
 */
export async function loadPortfolioForPage(event: PortfolioEvent, visitor: WallVisitor) {
	const { person, schoolClass, isTeacher } = visitor;
	const reader = { account: person.id, isTeacher };
	const portfolio = await readPortfolio(database(), classAndPortfolioIdsOf(event, visitor), reader);
	if (!portfolio) error(404, { message: m.portfolio_gone(), wallPath: wallPathFor(schoolClass.id, isTeacher) });
	return portfolio;
}
