import { eq, getTableColumns, sql, and, exists, lt, ne, type SQL } from 'drizzle-orm';
import * as v from 'valibot';
import type { Assignment } from '#lib/domain/assignment.ts';
import { rubricSchema } from '#lib/domain/rubric.ts';
import { assignment, challengePackage, submission, verdict } from '#lib/server/db/schema/index.ts';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '#lib/server/db/database.ts';

const earlierVerdictTable = alias(verdict, 'earlier_verdict');

/** Builds an SQL condition; its query must join each submission with its counting verdict. */
export const earlierVerdictCondition = (database: Database): SQL =>
	exists(
		database
			.select({ id: earlierVerdictTable.id })
			.from(earlierVerdictTable)
			.where(
				and(
					eq(earlierVerdictTable.submissionId, submission.id),
					ne(earlierVerdictTable.challengeHash, verdict.challengeHash),
					lt(earlierVerdictTable.judgedAt, verdict.judgedAt)
				)
			)
	);

const packageTitleSql = (language: 'fr' | 'en') => sql<string | null>`${challengePackage.titles} ->> ${language}::text`;

/** Columns to select in a query that joins the packages by `assignedPackageCondition`. */
export const assignmentColumns = {
	...getTableColumns(assignment),
	french: packageTitleSql('fr'),
	english: packageTitleSql('en')
};
export const assignedPackageCondition = eq(challengePackage.hash, assignment.challengeHash);

export type AssignmentRow = typeof assignment.$inferSelect & { french: string | null; english: string | null };

export function assignmentFromRow({
	challengeId,
	challengeHash,
	title,
	french,
	english,
	rubric,
	...row
}: AssignmentRow): Assignment {
	const { id, classId, note, members, opensAt, dueAt, debateSince, createdAt, closedAt } = row;
	return {
		id,
		classId,
		subject:
			challengeId !== null && challengeHash !== null
				? { kind: 'challenge', id: challengeId, hash: challengeHash }
				: { kind: 'project' },
		title: title === '' ? { fr: french ?? '', en: english ?? '' } : { fr: title, en: title },
		note,
		members,
		opensAt,
		dueAt,
		rubric: v.parse(rubricSchema, rubric),
		debateSince,
		createdAt,
		closedAt
	};
}
