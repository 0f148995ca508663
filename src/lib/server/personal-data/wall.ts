import { asc, eq, or } from 'drizzle-orm';
import type { Database } from '#lib/server/db/database.ts';
import {
	exhibit,
	membership,
	portfolio,
	portfolioWork,
	schoolClass,
	wallSentence
} from '#lib/server/db/schema/index.ts';
import { workAuthorCondition } from '#lib/server/work/redact-version.ts';

export async function wallDataOf(database: Database, account: string) {
	return {
		exhibits: await exhibitsOf(database, account),
		portfolios: await portfoliosOf(database, account),
		wallSentences: await database
			.select({
				className: schoolClass.name,
				title: exhibit.title,
				text: wallSentence.text,
				visibility: wallSentence.visibility,
				writtenAt: wallSentence.writtenAt
			})
			.from(wallSentence)
			.innerJoin(exhibit, eq(exhibit.id, wallSentence.exhibitId))
			.innerJoin(schoolClass, eq(schoolClass.id, exhibit.classId))
			.where(eq(wallSentence.accountId, account))
			.orderBy(asc(wallSentence.writtenAt)),
		wallReports: await undecidedReportsBy(database, account)
	};
}

/** Returns the person's exhibits, also those of a pair's work. Leaves out who reported an exhibit. */
async function exhibitsOf(database: Database, account: string) {
	return database
		.select({
			className: schoolClass.name,
			retentionDays: schoolClass.retentionDays,
			work: exhibit.workId,
			version: exhibit.versionId,
			title: exhibit.title,
			question: exhibit.question,
			files: exhibit.files,
			cover: exhibit.cover,
			coverDescription: exhibit.coverDescription,
			visibility: exhibit.visibility,
			/** Id of the exhibit from which the project was made, without its makers. */
			remixOf: exhibit.remixOf,
			putUpAt: exhibit.putUpAt,
			changedAt: exhibit.changedAt,
			link: exhibit.link,
			linkedAt: exhibit.linkedAt,
			licence: exhibit.licence
		})
		.from(exhibit)
		.innerJoin(schoolClass, eq(schoolClass.id, exhibit.classId))
		.innerJoin(membership, eq(membership.id, exhibit.membershipId))
		.where(or(eq(membership.accountId, account), workAuthorCondition(account, exhibit.workId)))
		.orderBy(asc(exhibit.putUpAt));
}

/** Returns the person's portfolios on walls. Leaves out who reported a portfolio. */
async function portfoliosOf(database: Database, account: string) {
	const portfolios = await database
		.select({
			id: portfolio.id,
			className: schoolClass.name,
			retentionDays: schoolClass.retentionDays,
			visibility: portfolio.visibility,
			putUpAt: portfolio.putUpAt,
			changedAt: portfolio.changedAt
		})
		.from(portfolio)
		.innerJoin(schoolClass, eq(schoolClass.id, portfolio.classId))
		.innerJoin(membership, eq(membership.id, portfolio.membershipId))
		.where(eq(membership.accountId, account))
		.orderBy(asc(portfolio.putUpAt));
	return Promise.all(
		portfolios.map(async ({ id, ...each }) => ({
			...each,
			works: await database
				.select({
					work: portfolioWork.workId,
					title: portfolioWork.title,
					who: portfolioWork.who,
					sentence: portfolioWork.sentence,
					decision: portfolioWork.decision,
					cover: portfolioWork.cover,
					coverDescription: portfolioWork.coverDescription
				})
				.from(portfolioWork)
				.where(eq(portfolioWork.portfolioId, id))
				.orderBy(asc(portfolioWork.position))
		}))
	);
}

/** Returns the person's reports about which no teacher has decided yet; the decision deletes who reported. */
async function undecidedReportsBy(database: Database, account: string) {
	const exhibits = await database
		.select({ className: schoolClass.name })
		.from(exhibit)
		.innerJoin(membership, eq(membership.id, exhibit.reportedBy))
		.innerJoin(schoolClass, eq(schoolClass.id, exhibit.classId))
		.where(eq(membership.accountId, account));
	const portfolios = await database
		.select({ className: schoolClass.name })
		.from(portfolio)
		.innerJoin(membership, eq(membership.id, portfolio.reportedBy))
		.innerJoin(schoolClass, eq(schoolClass.id, portfolio.classId))
		.where(eq(membership.accountId, account));
	const sentences = await database
		.select({ className: schoolClass.name })
		.from(wallSentence)
		.innerJoin(membership, eq(membership.id, wallSentence.reportedBy))
		.innerJoin(schoolClass, eq(schoolClass.id, membership.classId))
		.where(eq(membership.accountId, account));
	return [...exhibits, ...portfolios, ...sentences];
}
