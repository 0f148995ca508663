import { and, asc, desc, eq, inArray, isNotNull, ne, or, sql, type SQL } from 'drizzle-orm';
import {
	EMPTY_PROBLEM_CARD,
	parseStoredProblemCard,
	problemCardTitle,
	type ProblemCard
} from '#lib/domain/problem-card.ts';
import type { Database } from '#lib/server/db/database.ts';
import {
	account,
	classTeacher,
	membership,
	problem,
	problemMessage,
	schoolClass
} from '#lib/server/db/schema/index.ts';
import type { TimedProblemState, ProblemState } from '#lib/domain/problem-state.ts';

export type ProblemRow = typeof problem.$inferSelect;

/** Returns the state of a row. A claim counts as lapsed once the claiming teacher's account is deleted. */
export function problemStateOfRow({
	state,
	claimedBy,
	claimedClass,
	lastWordAt,
	declineReason
}: ProblemRow): ProblemState {
	switch (state) {
		case 'claimed':
			return claimedBy === null
				? { kind: 'lapsed' }
				: { kind: 'claimed', by: claimedBy, classId: claimedClass, lastWordAt };
		case 'declined':
			return { kind: 'declined', reason: declineReason };
		default:
			return { kind: state };
	}
}

export function columnValuesOfProblemState(
	{ state, answerDueAt }: TimedProblemState,
	previousRow: ProblemRow,
	now: Date
): Partial<ProblemRow> {
	const isSame = state.kind === previousRow.state;
	const isClaimed = state.kind === 'claimed';
	return {
		state: state.kind,
		stateSince: isSame ? previousRow.stateSince : now,
		claimedBy: isClaimed ? state.by : null,
		claimedClass: isClaimed ? state.classId : null,
		lastWordAt: isClaimed ? state.lastWordAt : previousRow.lastWordAt,
		declineReason: state.kind === 'declined' ? state.reason : '',
		answerDueAt,
		unclaimedSince: isClaimed ? null : (previousRow.unclaimedSince ?? now)
	};
}

/** Tells whether a card is still seen by its class's teachers only: a student's card, until a teacher offers it to the board. */
export const isUnofferedStudentProblem = ({ source, offeredAt }: Pick<ProblemRow, 'source' | 'offeredAt'>): boolean =>
	source === 'student' && offeredAt === null;

export const problemCardOfRow = ({ card }: Pick<ProblemRow, 'card'>): ProblemCard =>
	parseStoredProblemCard(card) ?? EMPTY_PROBLEM_CARD;

/** A problem as the board lists it: without name and contact. */
export interface ListedProblem {
	id: string;
	title: string;
	whom: string;
	trade: ProblemRow['trade'];
	place: string;
	state: ProblemRow['state'];
	createdAt: Date;
	answerDueAt: Date | null;
	/** Teacher who claimed the problem; null when nobody has, or when the claiming account is deleted. */
	claimedBy: { id: string; name: string } | null;
	/** Pseudonym and class of the student who told the problem, for teachers of that class only; null for others. */
	student: { pseudonym: string; className: string } | null;
}

const classOnlyProblemCondition = sql`${problem.source} = 'student' and ${problem.offeredAt} is null`;

export const listBoardProblems = (database: Database): Promise<ListedProblem[]> =>
	listProblems(database, inArray(problem.state, ['open', 'claimed', 'lapsed']));

/** Lists the problems that curators have to handle: uninvited ones, and those that nobody answered in time. */
export const listProblemsForCurators = (database: Database): Promise<ListedProblem[]> =>
	listProblems(database, and(inArray(problem.state, ['waiting', 'returned']), sql`not (${classOnlyProblemCondition})`));

export const listDeclinedProblems = (database: Database): Promise<ListedProblem[]> =>
	listProblems(database, and(eq(problem.state, 'declined'), sql`not (${classOnlyProblemCondition})`));

/** Lists the problems of this teacher's students that were neither offered to the board nor declined. */
export const listProblemsOfStudents = (database: Database, teacher: string): Promise<ListedProblem[]> => {
	const taughtClasses = database
		.select({ id: classTeacher.classId })
		.from(classTeacher)
		.where(eq(classTeacher.accountId, teacher));
	return listProblems(
		database,
		and(classOnlyProblemCondition, ne(problem.state, 'declined'), inArray(problem.classId, taughtClasses))
	);
};

async function listProblems(database: Database, condition: SQL | undefined): Promise<ListedProblem[]> {
	const rows = await database
		.select({ row: problem, claimant: account.name, pseudonym: membership.pseudonym, className: schoolClass.name })
		.from(problem)
		.leftJoin(account, eq(account.id, problem.claimedBy))
		.leftJoin(membership, eq(membership.id, problem.membershipId))
		.leftJoin(schoolClass, eq(schoolClass.id, problem.classId))
		.where(condition)
		.orderBy(desc(problem.createdAt), asc(problem.id));
	return rows.map(({ row, claimant, pseudonym, className }) => {
		const card = problemCardOfRow(row);
		const isOfClass = row.source === 'student' && row.offeredAt === null;
		return {
			id: row.id,
			title: problemCardTitle(card),
			whom: card.whom,
			trade: row.trade,
			place: row.place,
			state: problemStateOfRow(row).kind,
			createdAt: row.createdAt,
			answerDueAt: row.answerDueAt,
			claimedBy: row.claimedBy === null ? null : { id: row.claimedBy, name: claimant ?? '' },
			student: isOfClass && pseudonym !== null ? { pseudonym, className: className ?? '' } : null
		};
	});
}

export interface ConversationMessage {
	id: string;
	side: 'teller' | 'house';
	/** Name of the writer; null for a contributor, and for a writer whose account is deleted. */
	name: string | null;
	text: string;
	createdAt: Date;
}

export async function readProblemMessages(database: Database, id: string): Promise<ConversationMessage[]> {
	return database
		.select({
			id: problemMessage.id,
			side: problemMessage.side,
			name: account.name,
			text: problemMessage.text,
			createdAt: problemMessage.createdAt
		})
		.from(problemMessage)
		.leftJoin(account, eq(account.id, problemMessage.accountId))
		.where(eq(problemMessage.problemId, id))
		.orderBy(asc(problemMessage.createdAt), asc(problemMessage.id));
}

export async function nameOfAccount(database: Database, id: string | null): Promise<string | null> {
	if (id === null) return null;
	const [found] = await database.select({ name: account.name }).from(account).where(eq(account.id, id));
	return found?.name ?? null;
}

export interface OwnProblem {
	id: string;
	title: string;
	state: ProblemRow['state'];
	declineReason: string;
	isOffered: boolean;
	createdAt: Date;
}

export async function listProblemsToldBy(database: Database, person: string): Promise<OwnProblem[]> {
	const members = database.select({ id: membership.id }).from(membership).where(eq(membership.accountId, person));
	const rows = await database
		.select()
		.from(problem)
		.where(
			or(
				eq(problem.contributorAccount, person),
				and(isNotNull(problem.membershipId), inArray(problem.membershipId, members))
			)
		)
		.orderBy(desc(problem.createdAt));
	return rows.map((row) => ({
		id: row.id,
		title: problemCardTitle(problemCardOfRow(row)),
		state: problemStateOfRow(row).kind,
		declineReason: row.declineReason,
		isOffered: row.offeredAt !== null,
		createdAt: row.createdAt
	}));
}
