import { and, eq, inArray, ne, not, or, sql } from 'drizzle-orm';
import { findMembershipId } from '#lib/server/access/index.ts';
import type { Database } from '#lib/server/db/database.ts';
import { exhibit, schoolClass, wallSentence } from '#lib/server/db/schema/index.ts';
import { workAuthorCondition } from '#lib/server/work/redact-version.ts';
import { listClassesWithReportedPortfolio } from './put-up-portfolio.ts';
import { exhibitInClassCondition, type ExhibitInClass } from './exhibit-conditions.ts';

export async function setWallOpen(database: Database, classId: string, wallOpen: boolean): Promise<void> {
	await database.update(schoolClass).set({ wallOpen }).where(eq(schoolClass.id, classId));
}

export interface ExhibitOrSentenceInClass extends ExhibitInClass {
	/** Id of the sentence; null for the exhibit itself. */
	sentence: string | null;
}

const sentenceInClassCondition = ({ classId, exhibit: id, sentence }: ExhibitOrSentenceInClass) =>
	and(
		eq(wallSentence.id, sentence ?? ''),
		eq(wallSentence.exhibitId, id),
		sql`exists (select 1 from exhibit where exhibit.id = ${id} and exhibit.class_id = ${classId})`
	);

/**
 * Hides what a student of the class reports, until a teacher decides. The reporter's own content, a teacher's sentence, and
 * what a teacher decided to show are not hidden. Resolves to whether this report hid the content.
 */
export async function reportExhibitOrSentence(
	database: Database,
	account: string,
	reportedPlace: ExhibitOrSentenceInClass
): Promise<boolean> {
	return database.transaction(async (transaction) => {
		const reporterId = await findMembershipId(transaction, reportedPlace.classId, account);
		if (reporterId === undefined) return false;
		const reportFields = { visibility: 'reported' as const, reportedBy: reporterId };
		if (reportedPlace.sentence !== null) {
			const updatedSentences = await transaction
				.update(wallSentence)
				.set(reportFields)
				.where(
					and(
						sentenceInClassCondition(reportedPlace),
						eq(wallSentence.visibility, 'shown'),
						eq(wallSentence.isApproved, false),
						// A teacher's sentence has no membership, so this condition only holds for students' sentences.
						ne(wallSentence.membershipId, reporterId)
					)
				)
				.returning({ id: wallSentence.id });
			return updatedSentences.length > 0;
		}
		const updatedExhibits = await transaction
			.update(exhibit)
			.set(reportFields)
			.where(
				and(
					exhibitInClassCondition(reportedPlace),
					eq(exhibit.visibility, 'shown'),
					eq(exhibit.isApproved, false),
					ne(exhibit.membershipId, reporterId),
					not(workAuthorCondition(account, exhibit.workId))
				)
			)
			.returning({ id: exhibit.id });
		return updatedExhibits.length > 0;
	});
}

/** Hides or shows an exhibit or a sentence, as a teacher decides, and deletes who reported it. */
export async function decideWallItemVisibility(
	database: Database,
	decidedPlace: ExhibitOrSentenceInClass,
	decision: 'hide' | 'show'
): Promise<void> {
	const visibility = decision === 'hide' ? ('hidden' as const) : ('shown' as const);
	const decisionFields = { visibility, reportedBy: null, isApproved: decision === 'show' };
	if (decidedPlace.sentence !== null)
		await database.update(wallSentence).set(decisionFields).where(sentenceInClassCondition(decidedPlace));
	else await database.update(exhibit).set(decisionFields).where(exhibitInClassCondition(decidedPlace));
}

/** Lists the exhibits of these classes about which a teacher has to decide: the exhibit or a sentence about it was reported. */
export async function listExhibitsToDecide(
	database: Database,
	classes: string[]
): Promise<{ classId: string; exhibit: string }[]> {
	return database
		.selectDistinct({ classId: exhibit.classId, exhibit: exhibit.id })
		.from(exhibit)
		.leftJoin(wallSentence, eq(wallSentence.exhibitId, exhibit.id))
		.where(
			and(
				inArray(exhibit.classId, classes),
				or(eq(exhibit.visibility, 'reported'), eq(wallSentence.visibility, 'reported'))
			)
		);
}

export async function listClassesWithWallReports(database: Database, classes: string[]): Promise<string[]> {
	const placesToDecide = await listExhibitsToDecide(database, classes);
	const classesWithPortfolio = await listClassesWithReportedPortfolio(database, classes);
	return [...new Set([...placesToDecide.map(({ classId }) => classId), ...classesWithPortfolio])];
}
