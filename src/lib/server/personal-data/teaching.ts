/** Collects the data that is kept about a teacher or curator, without any data of their students. */
import { desc, eq, or, sql } from 'drizzle-orm';
import { noticesOfTeacher } from '#lib/server/classes/notices.ts';
import type { Database } from '#lib/server/db/database.ts';
import {
	assignment,
	challengePackage,
	classTeacher,
	debateSummary,
	invitation,
	level,
	lineComment,
	publication,
	publicationMessage,
	reusableComment,
	review,
	schoolClass,
	studioChallenge
} from '#lib/server/db/schema/index.ts';

export async function teachingDataOf(database: Database, id: string) {
	return {
		teaching: await database
			.select({
				id: schoolClass.id,
				name: schoolClass.name,
				archivedAt: schoolClass.archivedAt,
				madeByThem: sql<boolean>`coalesce(${schoolClass.madeBy} = ${id}, false)`
			})
			.from(classTeacher)
			.innerJoin(schoolClass, eq(schoolClass.id, classTeacher.classId))
			.where(eq(classTeacher.accountId, id)),
		classNotices: await noticesOfTeacher(database, id),
		assignmentsGiven: await database
			.select({
				id: assignment.id,
				classId: assignment.classId,
				title: assignment.title,
				createdAt: assignment.createdAt
			})
			.from(assignment)
			.where(eq(assignment.createdBy, id))
			.orderBy(desc(assignment.createdAt)),
		summariesSent: await database
			.select({
				assignment: debateSummary.assignmentId,
				figures: debateSummary.figures,
				words: debateSummary.words,
				sentAt: debateSummary.sentAt
			})
			.from(debateSummary)
			.where(eq(debateSummary.sentBy, id))
			.orderBy(desc(debateSummary.sentAt)),
		reviewsWritten: await reviewsWrittenBy(database, id),
		levelsValidated: await database
			.select({ classId: level.classId, piste: level.piste, note: level.note, validatedAt: level.validatedAt })
			.from(level)
			.where(eq(level.validatedBy, id))
			.orderBy(desc(level.validatedAt)),
		reusableComments: await database
			.select({ text: reusableComment.text, used: reusableComment.useCount, updatedAt: reusableComment.updatedAt })
			.from(reusableComment)
			.where(eq(reusableComment.accountId, id)),
		publications: await database
			.select({
				challenge: publication.challengeId,
				title: challengePackage.titles,
				version: publication.version,
				files: publication.files,
				publishedAt: publication.publishedAt,
				state: publication.state,
				stateSince: publication.stateSince
			})
			.from(publication)
			.innerJoin(studioChallenge, eq(studioChallenge.id, publication.challengeId))
			.innerJoin(challengePackage, eq(challengePackage.hash, publication.hash))
			.where(eq(studioChallenge.accountId, id))
			.orderBy(desc(publication.publishedAt)),
		publicationsChecked: await database
			.select({
				challenge: publication.challengeId,
				title: challengePackage.titles,
				version: publication.version,
				state: publication.state,
				stateSince: publication.stateSince
			})
			.from(publication)
			.innerJoin(challengePackage, eq(challengePackage.hash, publication.hash))
			.where(or(eq(publication.curatorId, id), eq(publication.teacherId, id)))
			.orderBy(desc(publication.stateSince)),
		publicationMessages: await database
			.select({
				challenge: publicationMessage.challengeId,
				version: publicationMessage.version,
				act: publicationMessage.act,
				points: publicationMessage.points,
				text: publicationMessage.text,
				createdAt: publicationMessage.createdAt
			})
			.from(publicationMessage)
			.where(eq(publicationMessage.accountId, id))
			.orderBy(desc(publicationMessage.createdAt)),
		linksMade: await database
			.select({
				purpose: invitation.purpose,
				role: invitation.role,
				createdAt: invitation.createdAt,
				expiresAt: invitation.expiresAt,
				usedAt: invitation.usedAt
			})
			.from(invitation)
			.where(eq(invitation.createdBy, id))
			.orderBy(desc(invitation.createdAt))
	};
}

/** Returns a teacher's reviews, unsent ones included, since the teacher wrote them too. */
async function reviewsWrittenBy(database: Database, id: string) {
	const rows = await database.select().from(review).where(eq(review.reviewer, id)).orderBy(desc(review.updatedAt));
	const lines = await database
		.select({ line: lineComment })
		.from(lineComment)
		.innerJoin(review, eq(review.submissionId, lineComment.submissionId))
		.where(eq(review.reviewer, id));
	return rows.map(({ reviewer: _, sentText: sent, ...row }) => ({
		...row,
		sent,
		lines: lines.map(({ line }) => line).filter(({ submissionId }) => submissionId === row.submissionId)
	}));
}
