/** Opens and closes walls, takes reports, and carries out what a teacher decides about them. */
import { and, eq, inArray, ne, not, or, sql } from 'drizzle-orm';
import { findMembershipId } from '#lib/server/access/membership.ts';
import type { Database } from '#lib/server/db/database.ts';
import { exhibit, schoolClass, wallSentence } from '#lib/server/db/schema/index.ts';
import { workAuthorCondition } from '#lib/server/work/author-condition.ts';
import { listClassesWithReportedPortfolio } from './decide-portfolio.ts';
import { exhibitPlaceCondition, type ExhibitPlace } from './exhibit-conditions.ts';

export async function setWallOpen(database: Database, classId: string, wallOpen: boolean): Promise<void> {
	await database.update(schoolClass).set({ wallOpen }).where(eq(schoolClass.id, classId));
}

/** What is reported or decided about: an exhibit, or one sentence about it. */
export interface ExhibitOrSentencePlace extends ExhibitPlace {
	/** Id of the sentence; null for the exhibit itself. */
	sentence: string | null;
}

const sentenceCondition = ({ classId, exhibit: id, sentence }: ExhibitOrSentencePlace) =>
	and(
		eq(wallSentence.id, sentence ?? ''),
		eq(wallSentence.exhibitId, id),
		sql`exists (select 1 from exhibit where exhibit.id = ${id} and exhibit.class_id = ${classId})`
	);

/**
 * Hides what a student of the class reports, until a teacher decides. Nothing changes for one's own, for a teacher's sentence, and for
 * anything that a teacher decided to show. Resolves to whether it is hidden now by this report.
 */
export async function reportExhibitOrSentence(
	database: Database,
	account: string,
	reportedPlace: ExhibitOrSentencePlace
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
						sentenceCondition(reportedPlace),
						eq(wallSentence.visibility, 'shown'),
						eq(wallSentence.isApproved, false),
						// A teacher's sentence has no membership, so this is true of students' alone.
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
					exhibitPlaceCondition(reportedPlace),
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

/** Hides it or shows it, as a teacher decides; who reported it is forgotten. */
export async function decideExhibitOrSentence(
	database: Database,
	decidedPlace: ExhibitOrSentencePlace,
	decision: 'hide' | 'show'
): Promise<void> {
	const visibility = decision === 'hide' ? ('hidden' as const) : ('shown' as const);
	const decisionFields = { visibility, reportedBy: null, isApproved: decision === 'show' };
	if (decidedPlace.sentence !== null)
		await database.update(wallSentence).set(decisionFields).where(sentenceCondition(decidedPlace));
	else await database.update(exhibit).set(decisionFields).where(exhibitPlaceCondition(decidedPlace));
}

/** Lists the exhibits of these classes about which a teacher has to decide: reported themselves, or with a reported sentence. */
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

/** Lists those of these classes in which a report on the wall waits for a teacher. */
export async function listClassesWithReports(database: Database, classes: string[]): Promise<string[]> {
	const placesToDecide = await listExhibitsToDecide(database, classes);
	const classesWithPortfolio = await listClassesWithReportedPortfolio(database, classes);
	return [...new Set([...placesToDecide.map(({ classId }) => classId), ...classesWithPortfolio])];
}
