import { eq } from 'drizzle-orm';
import { findClass } from '#lib/server/classes/classes.ts';
import type { Database } from '#lib/server/db/database.ts';
import { membership, schoolClass } from '#lib/server/db/schema/index.ts';
import { canSendMail } from '#lib/server/mail/transport.ts';
import { photoSizeOf } from './photos.ts';
import {
	problemCardOfRow,
	readProblemMessages,
	nameOfAccount,
	isUnofferedStudentProblem,
	problemStateOfRow,
	type ProblemRow
} from './problem-queries.ts';
import { contributorMailAddressOf, findMailFailureDate } from './contributor-mail.ts';

export async function readProblem(database: Database, row: ProblemRow, canReadContact: boolean) {
	const state = problemStateOfRow(row);
	return {
		id: row.id,
		card: problemCardOfRow(row),
		photo: await photoSizeOf(database, row.id),
		trade: row.trade,
		place: row.place,
		state: state.kind,
		isOfClassAlone: isUnofferedStudentProblem(row),
		reason: row.declineReason,
		createdAt: row.createdAt,
		answerDueAt: row.answerDueAt,
		claimant: state.kind === 'claimed' ? await nameOfAccount(database, state.by) : null,
		claimedClass: state.kind === 'claimed' ? await nameOfClass(database, state.classId) : null,
		inviter: await nameOfAccount(database, row.invitedBy),
		offerer: await nameOfAccount(database, row.offeredBy),
		isStudents: row.source === 'student',
		student: isUnofferedStudentProblem(row) ? await findTellingStudent(database, row) : null,
		contact: canReadContact ? [row.contributorName, row.contact].filter((text) => text !== '') : [],
		/** Whether news is mailed to the contributor; null for a reader who may not see the contact. */
		mail: canReadContact ? await findContributorMailState(database, row) : null,
		messages: await readProblemMessages(database, row.id)
	};
}

export type ContributorMailState = { kind: 'none' } | { kind: 'leaves' } | { kind: 'failed'; at: Date };

async function findContributorMailState(database: Database, row: ProblemRow): Promise<ContributorMailState> {
	if (!canSendMail() || contributorMailAddressOf(row) === undefined) return { kind: 'none' };
	const at = await findMailFailureDate(database, row.id);
	return at === null ? { kind: 'leaves' } : { kind: 'failed', at };
}

async function nameOfClass(database: Database, id: string | null): Promise<string | null> {
	return id === null ? null : ((await findClass(database, id))?.name ?? null);
}

/** Returns the student who told a problem. Only teachers of the class can read such a card, so they may know who told it. */
async function findTellingStudent(database: Database, { membershipId }: ProblemRow) {
	if (membershipId === null) return null;
	const [found] = await database
		.select({ pseudonym: membership.pseudonym, className: schoolClass.name })
		.from(membership)
		.innerJoin(schoolClass, eq(schoolClass.id, membership.classId))
		.where(eq(membership.id, membershipId));
	return found ?? null;
}
