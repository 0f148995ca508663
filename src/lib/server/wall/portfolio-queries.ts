import { and, asc, desc, eq, ne, sql } from 'drizzle-orm';
import { fromBase64 } from '#lib/domain/own-file/base64.ts';
import type { ShownPortfolio, ShownPortfolioSummary, ShownPortfolioWork } from '#lib/domain/portfolio.ts';
import { mayReportWallItem, maySeeWallItem } from '#lib/domain/wall.ts';
import type { Database } from '#lib/server/db/database.ts';
import { membership, portfolio, portfolioWork, work } from '#lib/server/db/schema/index.ts';
import { listExhibits } from './wall-queries.ts';
import type { WallReader } from './exhibit-conditions.ts';

export interface PortfolioInClass {
	classId: string;
	portfolio: string;
}

export const portfolioInClassCondition = ({ classId, portfolio: id }: PortfolioInClass) =>
	and(eq(portfolio.id, id), eq(portfolio.classId, classId));

const portfolioSummaryColumns = (account: string) => ({
	id: portfolio.id,
	maker: membership.pseudonym,
	isOwn: sql<boolean>`${membership.accountId} = ${account}`,
	visibility: portfolio.visibility
});

const isPortfolioVisibleTo = (
	reader: WallReader,
	{ visibility, isOwn }: Pick<ShownPortfolioSummary, 'visibility' | 'isOwn'>
): boolean => maySeeWallItem(visibility, reader.isTeacher ? 'teacher' : isOwn ? 'maker' : 'classmate');

/** Lists the portfolios that the reader may see, newest first. A portfolio whose works were all deleted is left out. */
export async function listPortfolios(
	database: Database,
	classId: string,
	reader: WallReader
): Promise<ShownPortfolioSummary[]> {
	const rows = await database
		.select(portfolioSummaryColumns(reader.account))
		.from(portfolio)
		.innerJoin(membership, eq(membership.id, portfolio.membershipId))
		.where(
			and(
				eq(portfolio.classId, classId),
				sql`exists (select 1 from portfolio_work where portfolio_work.portfolio_id = ${portfolio.id})`
			)
		)
		.orderBy(desc(portfolio.putUpAt), portfolio.id);
	return rows.filter((row) => isPortfolioVisibleTo(reader, row));
}

/** Reads one portfolio of a class; undefined when it is absent, of another class, or hidden from the reader. */
export async function readPortfolio(
	database: Database,
	place: PortfolioInClass,
	reader: WallReader
): Promise<ShownPortfolio | undefined> {
	const [found] = await database
		.select({
			...portfolioSummaryColumns(reader.account),
			changedAt: portfolio.changedAt,
			isApproved: portfolio.isApproved,
			reporter: sql<string | null>`(
				select each.pseudonym from membership as each where each.id = ${portfolio.reportedBy}
			)`
		})
		.from(portfolio)
		.innerJoin(membership, eq(membership.id, portfolio.membershipId))
		.where(portfolioInClassCondition(place));
	if (!found || !isPortfolioVisibleTo(reader, found)) return undefined;
	const { isApproved, reporter, ...summary } = found;
	return {
		...summary,
		mayBeReported: !reader.isTeacher && !summary.isOwn && mayReportWallItem(summary.visibility, isApproved),
		reportedBy: reader.isTeacher ? reporter : null,
		works: await listPortfolioWorks(database, place, reader)
	};
}

async function listPortfolioWorks(
	database: Database,
	place: PortfolioInClass,
	reader: WallReader
): Promise<ShownPortfolioWork[]> {
	const exhibits = await listExhibits(database, place.classId, reader);
	const rows = await database
		.select({
			work: portfolioWork.workId,
			kind: work.kind,
			challenge: work.challenge,
			title: portfolioWork.title,
			who: portfolioWork.who,
			decision: portfolioWork.decision,
			isPair: portfolioWork.isPair,
			sentence: portfolioWork.sentence,
			cover: sql<
				string | null
			>`case when ${portfolioWork.cover} = '' then null else ${portfolioWork.coverDescription} end`,
			exhibit: sql<string | null>`(
				select exhibit.id from exhibit where exhibit.work_id = ${work.id} and exhibit.class_id = ${place.classId}
			)`
		})
		.from(portfolioWork)
		.innerJoin(work, eq(work.id, portfolioWork.workId))
		.where(eq(portfolioWork.portfolioId, place.portfolio))
		.orderBy(asc(portfolioWork.position));
	return rows.flatMap(({ kind, exhibit, ...row }) =>
		kind === 'folder' ? [] : { ...row, kind, exhibit: exhibits.some(({ id }) => id === exhibit) ? exhibit : null }
	);
}

/** Resolves to the bytes of a work's cover in a portfolio; undefined when there is none that the reader may see. */
export async function readPortfolioCover(
	database: Database,
	place: PortfolioInClass,
	workId: string,
	reader: WallReader
): Promise<Uint8Array<ArrayBuffer> | undefined> {
	const [found] = await database
		.select({ ...portfolioSummaryColumns(reader.account), cover: portfolioWork.cover })
		.from(portfolio)
		.innerJoin(membership, eq(membership.id, portfolio.membershipId))
		.innerJoin(portfolioWork, and(eq(portfolioWork.portfolioId, portfolio.id), eq(portfolioWork.workId, workId)))
		.where(and(portfolioInClassCondition(place), ne(portfolioWork.cover, '')));
	return found && isPortfolioVisibleTo(reader, found) ? fromBase64(found.cover) : undefined;
}
