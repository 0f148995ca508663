import { randomUUID } from 'node:crypto';
import { and, count, eq, inArray, sql, ne } from 'drizzle-orm';
import { toOneLine } from '#lib/domain/parse.ts';
import { LONGEST_PROJECT_TITLE } from '#lib/domain/project.ts';
import type { SentPortfolioWork, WallRefusal } from '#lib/wire/wall.ts';
import type { Database } from '#lib/server/db/database.ts';
import { membership, portfolio, portfolioWork, workAuthor } from '#lib/server/db/schema/index.ts';
import {
	DEFAULT_ACCOUNT_STORAGE_LIMITS,
	estimateStoredBytes,
	type AccountStorageLimits
} from '#lib/server/work/quota.ts';
import { lockOpenWall, findQuotaRefusal, readVersionOfOwnWork } from './own-version.ts';
import { findMembershipId } from '#lib/server/access/index.ts';
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

export async function listClassesWithReportedPortfolio(database: Database, classes: string[]): Promise<string[]> {
	const rows = await database
		.selectDistinct({ classId: portfolio.classId })
		.from(portfolio)
		.where(and(inArray(portfolio.classId, classes), eq(portfolio.visibility, 'reported')));
	return rows.map(({ classId }) => classId);
}

interface PortfolioOwner {
	account: string;
	classId: string;
}

export type PutUpPortfolioResult =
	| { kind: 'portfolio-put-up'; portfolio: string }
	| { kind: 'refused'; reason: WallRefusal };

const refusePortfolio = (reason: WallRefusal): PutUpPortfolioResult => ({ kind: 'refused', reason });

const MOST_CARD_WHO_CHARACTERS = 300;

/** Replaces a copy that hangs there already; a hidden portfolio stays hidden. */
export async function putUpPortfolio(
	database: Database,
	{ account, classId }: PortfolioOwner,
	works: readonly SentPortfolioWork[],
	limits: AccountStorageLimits = DEFAULT_ACCOUNT_STORAGE_LIMITS,
	now = new Date()
): Promise<PutUpPortfolioResult> {
	return database.transaction(async (transaction) => {
		const ownMembership = await lockOpenWall(transaction, account, classId);
		if (typeof ownMembership === 'string') return refusePortfolio(ownMembership);
		const copies = await buildPortfolioWorkRows(transaction, account, works);
		if (copies === undefined) return refusePortfolio('not-saved');

		const [portfolioBefore] = await transaction
			.select({ id: portfolio.id, bytes: sql<number>`coalesce(sum(${portfolioWork.bytes}), 0)::float8` })
			.from(portfolio)
			.leftJoin(portfolioWork, eq(portfolioWork.portfolioId, portfolio.id))
			.where(eq(portfolio.membershipId, ownMembership.id))
			.groupBy(portfolio.id);
		const totalBytes = copies.reduce((sum, copy) => sum + copy.bytes, 0);
		const wallRefusal = await findQuotaRefusal(
			transaction,
			account,
			totalBytes - (portfolioBefore?.bytes ?? 0),
			limits
		);
		if (wallRefusal !== null) return refusePortfolio(wallRefusal);

		const id = portfolioBefore?.id ?? randomUUID();
		if (portfolioBefore) {
			await transaction.delete(portfolioWork).where(eq(portfolioWork.portfolioId, id));
			await transaction.update(portfolio).set({ isApproved: false, changedAt: now }).where(eq(portfolio.id, id));
		} else {
			await transaction
				.insert(portfolio)
				.values({ id, classId, membershipId: ownMembership.id, putUpAt: now, changedAt: now });
		}
		await transaction.insert(portfolioWork).values(copies.map((copy) => ({ portfolioId: id, ...copy })));
		return { kind: 'portfolio-put-up', portfolio: id };
	});
}

/** Resolves to whether the portfolio hung there. */
export async function takePortfolioOffWall(database: Database, { account, classId }: PortfolioOwner): Promise<boolean> {
	const ownMemberships = database
		.select({ id: membership.id })
		.from(membership)
		.where(and(eq(membership.classId, classId), eq(membership.accountId, account)));
	const deletedRows = await database
		.delete(portfolio)
		.where(inArray(portfolio.membershipId, ownMemberships))
		.returning({ id: portfolio.id });
	return deletedRows.length > 0;
}

/** Resolves to the portfolio's rows; undefined when the server does not have the named version of one of the works. */
async function buildPortfolioWorkRows(transaction: Database, account: string, works: readonly SentPortfolioWork[]) {
	const copies = [];
	for (const [position, { work, version, sentence, cover }] of works.entries()) {
		const ownVersion = await readVersionOfOwnWork(transaction, account, work, version);
		if (ownVersion === undefined || ownVersion.kind === 'folder') return undefined;
		const { kind, project, decisions } = ownVersion;
		const isProject = kind === 'project';
		const content = {
			sentence,
			title: isProject ? toOneLine(project?.title ?? '', LONGEST_PROJECT_TITLE) : '',
			who: isProject ? toOneLine(project?.card?.who ?? '', MOST_CARD_WHO_CHARACTERS) : '',
			decision: isProject ? null : (decisions[account] ?? null),
			cover: cover?.content ?? '',
			coverDescription: cover?.description ?? ''
		};
		const bytes = estimateStoredBytes(content);
		copies.push({ workId: work, position, isPair: await hasTwoAuthors(transaction, work), bytes, ...content });
	}
	return copies;
}

async function hasTwoAuthors(transaction: Database, workId: string): Promise<boolean> {
	const [row] = await transaction.select({ authors: count() }).from(workAuthor).where(eq(workAuthor.workId, workId));
	return (row?.authors ?? 0) > 1;
}
