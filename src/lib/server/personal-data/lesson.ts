import { desc, inArray, or, sql } from 'drizzle-orm';
import type { BilingualText } from '#lib/domain/rubric.ts';
import {
	assignmentFromRow,
	assignmentColumns,
	assignedPackageCondition
} from '#lib/server/assignments/assignment-rows.ts';
import { findPinnedChallengeOutline } from '#lib/server/content/pinned-challenge.ts';
import type { Database } from '#lib/server/db/database.ts';
import {
	assignment,
	challengePackage,
	debateChoice,
	progress,
	submission,
	verdict
} from '#lib/server/db/schema/index.ts';
import { listSentReviewsBySubmission } from '#lib/server/reviews/review-queries.ts';
import { removeDecisionFromSteps } from '#lib/server/work/redact-version.ts';

/** About a pair, the data say only that there were two students, and nothing about the other one. */
export async function lessonDataOfMemberships(database: Database, members: string[]) {
	if (members.length === 0) return { standings: [], submissions: [], debates: [] };
	const progressRows = await database
		.select()
		.from(progress)
		.where(or(inArray(progress.membershipId, members), inArray(progress.withMember, members)));
	const submissions = await submissionDataOf(database, members);
	const debates = await database.select().from(debateChoice).where(inArray(debateChoice.membershipId, members));
	const titlesByAssignment = await assignmentTitlesOf(
		database,
		[...progressRows, ...submissions, ...debates].map(({ assignmentId }) => assignmentId)
	);
	const addAssignmentTitle = <Row extends { assignmentId: string }>(row: Row) => ({
		...row,
		title: titlesByAssignment.get(row.assignmentId)?.title
	});
	return {
		// The downloaded file calls progress `standings`, an older name.
		standings: progressRows.map(({ membershipId: _, withMember, ...row }) =>
			addAssignmentTitle({
				...row,
				stepTitle: titlesByAssignment.get(row.assignmentId)?.stepTitles.get(row.step),
				pair: withMember !== null
			})
		),
		submissions: submissions.map(addAssignmentTitle),
		debates: debates.map(addAssignmentTitle)
	};
}

/** Leaves out a review that is still being written, as no student may read it. */
async function submissionDataOf(database: Database, memberIds: string[]) {
	const ownSubmissionConditions = memberIds.map((id) => sql`${submission.members} @> ${JSON.stringify([id])}::jsonb`);
	const rows = await database
		.select()
		.from(submission)
		.where(sql.join(ownSubmissionConditions, sql` or `))
		.orderBy(desc(submission.handedInAt));
	const ids = rows.map(({ id }) => id);
	const sentReviews = await listSentReviewsBySubmission(database, ids);
	const verdicts = await database
		.select()
		.from(verdict)
		.where(inArray(verdict.submissionId, ids))
		.orderBy(desc(verdict.judgedAt));
	return rows.map(({ members, decisions, steps, ...row }) => {
		const isOfPair = members.length > 1;
		return {
			...row,
			pair: isOfPair,
			steps: isOfPair ? removeDecisionFromSteps(steps) : steps,
			decisions: Object.fromEntries(Object.entries(decisions).filter(([member]) => memberIds.includes(member))),
			verdicts: verdicts.filter(({ submissionId }) => submissionId === row.id),
			review: sentReviews.get(row.id)
		};
	});
}

interface AssignmentTitles {
	title: BilingualText;
	/** Titles of the challenge's steps by id; empty for a project, and for a version that this Braise can no longer open. */
	stepTitles: Map<string, BilingualText>;
}

async function assignmentTitlesOf(database: Database, ids: string[]): Promise<Map<string, AssignmentTitles>> {
	const rows = await database
		.select(assignmentColumns)
		.from(assignment)
		.leftJoin(challengePackage, assignedPackageCondition)
		.where(inArray(assignment.id, [...new Set(ids)]));
	const titlesByAssignment = new Map<string, AssignmentTitles>();
	for (const row of rows) {
		const { steps = [] } = (await findPinnedChallengeOutline(database, row.challengeHash)) ?? {};
		titlesByAssignment.set(row.id, {
			title: assignmentFromRow(row).title,
			stepTitles: new Map(steps.map(({ id, title }) => [id, title]))
		});
	}
	return titlesByAssignment;
}
