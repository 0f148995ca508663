/** All that is kept about one person, as it is shown to them and as their file. Hashes and tokens prove who one is and are left out. */
import { desc, eq, inArray, sql } from 'drizzle-orm';
import { levelsOf } from '../classes/levels.ts';
import { classesOf } from '../classes/own.ts';
import type { Database } from '../db/database.ts';
import { pairsOf } from '../pairs/sitting.ts';
import {
	account,
	classTeacher,
	credential,
	debateChoice,
	membership,
	reusableComment,
	schoolClass,
	session,
	standing,
	submission,
	verdict
} from '../db/schema/index.ts';
import { sentReviewsOf } from '../reviews/read.ts';
import { worksOf } from './works.ts';

export const PERSONAL_DATA_FORMAT = 1;

export type PersonalData = Awaited<ReturnType<typeof gather>>;

/** The reviews are those that were sent: what a teacher is still writing is shown to nobody. */
export async function gather(database: Database, id: string, now: Date) {
	const [person] = await database.select().from(account).where(eq(account.id, id));
	if (!person) throw new Error('There is no such account.');
	const members = await database.select({ id: membership.id }).from(membership).where(eq(membership.accountId, id));
	const ids = members.map((member) => member.id);
	return {
		format: PERSONAL_DATA_FORMAT,
		exportedAt: now,
		// A student's address leads nowhere and says nothing.
		account: person.role === 'student' ? { ...person, email: null } : person,
		signedIn: await database
			.select({ createdAt: session.createdAt, expiresAt: session.expiresAt })
			.from(session)
			.where(eq(session.accountId, id)),
		waysToSignIn: await database
			.select({ provider: credential.providerId, createdAt: credential.createdAt, updatedAt: credential.updatedAt })
			.from(credential)
			.where(eq(credential.holder, id)),
		classes: await classesOf(database, id),
		levels: await levelsOf(database, id),
		standings: await database.select().from(standing).where(inArray(standing.membershipId, ids)),
		pairs: await pairsOf(database, id),
		submissions: await submissionsOf(database, ids),
		debates: await database.select().from(debateChoice).where(inArray(debateChoice.membershipId, ids)),
		works: await worksOf(database, id),
		teaching: await database
			.select({ id: schoolClass.id, name: schoolClass.name, archivedAt: schoolClass.archivedAt })
			.from(classTeacher)
			.innerJoin(schoolClass, eq(schoolClass.id, classTeacher.classId))
			.where(eq(classTeacher.accountId, id)),
		reusableComments: await database
			.select({ text: reusableComment.text, updatedAt: reusableComment.updatedAt })
			.from(reusableComment)
			.where(eq(reusableComment.accountId, id))
	};
}

async function submissionsOf(database: Database, members: string[]) {
	if (members.length === 0) return [];
	const mine = members.map((id) => sql`${submission.members} @> ${JSON.stringify([id])}::jsonb`);
	const rows = await database
		.select()
		.from(submission)
		.where(sql.join(mine, sql` or `))
		.orderBy(desc(submission.handedInAt));
	const ids = rows.map(({ id }) => id);
	const sent = await sentReviewsOf(database, ids);
	const verdicts = await database
		.select()
		.from(verdict)
		.where(inArray(verdict.submissionId, ids))
		.orderBy(desc(verdict.judgedAt));
	return rows.map(({ decisions, ...row }) => {
		return {
			...row,
			// The other of a pair decided for themselves.
			decisions: Object.fromEntries(Object.entries(decisions).filter(([member]) => members.includes(member))),
			verdicts: verdicts.filter(({ submissionId }) => submissionId === row.id),
			review: sent.get(row.id)
		};
	});
}
