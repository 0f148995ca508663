/** Stores reports about portfolios on a wall, and carries out what a teacher decides about a portfolio. */
import { and, eq, inArray, ne } from 'drizzle-orm';
import { findMembershipId } from '#lib/server/access/membership.ts';
import type { Database } from '#lib/server/db/database.ts';
import { portfolio } from '#lib/server/db/schema/index.ts';
import { portfolioInClassCondition, type PortfolioInClass } from './portfolio-queries.ts';

/**
 * Hides a portfolio that a student of the class reports, until a teacher decides. The reporter's own portfolio, and one that a
 * teacher decided to show, are not hidden. Resolves to whether this report hid the portfolio.
 */
export async function reportPortfolio(database: Database, account: string, place: PortfolioInClass): Promise<boolean> {
	return database.transaction(async (transaction) => {
		const reporterId = await findMembershipId(transaction, place.classId, account);
		if (reporterId === undefined) return false;
		const updatedRows = await transaction
			.update(portfolio)
			.set({ visibility: 'reported', reportedBy: reporterId })
			.where(
				and(
					portfolioInClassCondition(place),
					eq(portfolio.visibility, 'shown'),
					eq(portfolio.isApproved, false),
					ne(portfolio.membershipId, reporterId)
				)
			)
			.returning({ id: portfolio.id });
		return updatedRows.length > 0;
	});
}

/** Hides or shows a portfolio, as a teacher decides, and deletes who reported it. */
export async function decidePortfolioVisibility(
	database: Database,
	place: PortfolioInClass,
	decision: 'hide' | 'show'
): Promise<void> {
	const visibility = decision === 'hide' ? ('hidden' as const) : ('shown' as const);
	await database
		.update(portfolio)
		.set({ visibility, reportedBy: null, isApproved: decision === 'show' })
		.where(portfolioInClassCondition(place));
}

/** Returns those of the given classes in which a reported portfolio waits for a teacher's decision. */
export async function listClassesWithReportedPortfolio(database: Database, classes: string[]): Promise<string[]> {
	const rows = await database
		.selectDistinct({ classId: portfolio.classId })
		.from(portfolio)
		.where(and(inArray(portfolio.classId, classes), eq(portfolio.visibility, 'reported')));
	return rows.map(({ classId }) => classId);
}
