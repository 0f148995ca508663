/** Finds out whether a submission was checked by another version of its challenge before its counting verdict. */
import { and, eq, exists, lt, ne, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '#lib/server/db/database.ts';
import { submission, verdict } from '#lib/server/db/schema/index.ts';

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
