import type { Language } from './language.ts';
import { parseFormDate } from './dates.ts';
import { readRubricForm, type Rubric, type RubricProblem, type BilingualText } from './rubric.ts';
import { isReviewedState, type SubmissionState } from './submission.ts';
import { addDays } from './school-class.ts';

export type AssignmentSubject = { kind: 'challenge'; id: string; hash: string } | { kind: 'project' };

export interface Assignment {
	id: string;
	classId: string;
	subject: AssignmentSubject;
	/** Title of the assignment: the teacher's own, the same in both languages, or the challenge's title in each. */
	title: BilingualText;
	note: string;
	/** Ids of the memberships that the assignment is given to; null for the whole class, including students who join later. */
	members: string[] | null;
	opensAt: Date | null;
	dueAt: Date | null;
	rubric: Rubric;
	/** When the debate was opened, which moved every screen of the class to the decide step; null when no debate is open. */
	debateSince: Date | null;
	createdAt: Date;
	closedAt: Date | null;
}

/** `ahead`: the assignment is not open yet. `late`: past its due date, but students may still hand in. `closed`: read-only. */
type AssignmentPhase = 'ahead' | 'open' | 'late' | 'closed';

export function assignmentPhaseOf(
	{ opensAt, dueAt, closedAt }: Pick<Assignment, 'opensAt' | 'dueAt' | 'closedAt'>,
	now: Date
): AssignmentPhase {
	if (closedAt !== null) return 'closed';
	if (opensAt !== null && opensAt > now) return 'ahead';
	return dueAt !== null && dueAt <= now ? 'late' : 'open';
}

export const isAssignedTo = ({ members }: Pick<Assignment, 'members'>, membership: string): boolean =>
	members === null || members.includes(membership);

export type StudentAssignmentState = 'not-begun' | 'working' | 'handed-in' | 'returned' | 'accepted';

export function studentAssignmentStateOf(
	newest: SubmissionState | undefined,
	hasBegun: boolean
): StudentAssignmentState {
	if (isReviewedState(newest)) return newest;
	if (newest !== undefined) return 'handed-in';
	return hasBegun ? 'working' : 'not-begun';
}

export const LONGEST_ASSIGNMENT_TITLE = 100;
export const LONGEST_ASSIGNMENT_NOTE = 1000;

export interface AssignmentForm {
	/** The teacher's title; empty when the challenge's own title is used. */
	title: string;
	note: string;
	members: string[] | null;
	opensAt: Date | null;
	dueAt: Date | null;
	rubric: Rubric;
}

export type AssignmentFormProblem =
	| { field: 'title'; problem: 'empty' | 'long' }
	| { field: 'note'; problem: 'long' }
	| { field: 'members'; problem: 'nobody' }
	| { field: 'opens' | 'due'; problem: 'no-date' }
	| { field: 'due'; problem: 'before-opening' }
	| { field: 'rubric'; problem: RubricProblem };

interface AssignmentFormContext {
	subject: AssignmentSubject['kind'];
	students: readonly string[];
	rubric: Rubric;
	language: Language;
	zone: string;
}

interface AssignmentFormInput {
	title: string;
	note: string;
	members: string[] | null;
	opens: string;
	due: string;
	rubric: Rubric;
}

const readFormText = (value: unknown): string => (typeof value === 'string' ? value : '');
const toOneLine = (value: unknown): string =>
	readFormText(value)
		.normalize('NFC')
		.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
		.trim();
const toTrimmedLines = (value: unknown): string =>
	readFormText(value).normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\0', '').trim();

/** Reads the form's fields `title`, `note`, `for` (class or some), `member` (several), `opens`, `due` and those of the rubric. */
export function readAssignmentForm(
	form: FormData,
	{ subject, students, rubric: before, language, zone }: AssignmentFormContext
):
	| { kind: 'form'; form: AssignmentForm }
	| { kind: 'wrong'; problems: AssignmentFormProblem[]; typed: AssignmentFormInput } {
	const problems: AssignmentFormProblem[] = [];
	const title = toOneLine(form.get('title'));
	if (title === '' && subject === 'project') problems.push({ field: 'title', problem: 'empty' });
	if (title.length > LONGEST_ASSIGNMENT_TITLE) problems.push({ field: 'title', problem: 'long' });
	const note = toTrimmedLines(form.get('note'));
	if (note.length > LONGEST_ASSIGNMENT_NOTE) problems.push({ field: 'note', problem: 'long' });

	const chosenMembers = form.getAll('member').flatMap((member) => students.find((one) => one === member) ?? []);
	const members = form.get('for') === 'some' ? [...new Set(chosenMembers)] : null;
	if (members?.length === 0) problems.push({ field: 'members', problem: 'nobody' });

	const [opens, due] = [readFormText(form.get('opens')).trim(), readFormText(form.get('due')).trim()];
	const [opensAt, dueAt] = [opens, due].map((written) => (written === '' ? null : parseFormDate(written, zone)));
	if (opensAt === undefined) problems.push({ field: 'opens', problem: 'no-date' });
	if (dueAt === undefined) problems.push({ field: 'due', problem: 'no-date' });
	if (opensAt && dueAt && dueAt <= opensAt) problems.push({ field: 'due', problem: 'before-opening' });

	const { rubric, problem } = readRubricForm(form.entries(), before, language);
	if (problem) problems.push({ field: 'rubric', problem });
	if (problems.length > 0 || opensAt === undefined || dueAt === undefined)
		return { kind: 'wrong', problems, typed: { title, note, members, opens, due, rubric } };
	return { kind: 'form', form: { title, note, members, opensAt, dueAt, rubric } };
}

export type OwnAssignment = Pick<Assignment, 'id' | 'title' | 'opensAt' | 'dueAt' | 'closedAt' | 'createdAt'> & {
	className: string;
	state: StudentAssignmentState;
	/** When the review of the newest submission was sent; null when there is no review. */
	answeredAt: Date | null;
	/** When another version of the challenge judged the newest submission again; null when none did. */
	rejudgedAt: Date | null;
};

/**
 * Days for which an answered or rejudged assignment stays in the list of things to do, because nobody knows whether its student
 * has seen the news.
 */
const DAYS_LISTED_AFTER_ANSWER = 7;

interface OwnAssignments<T> {
	open: T[];
	/** Assignments that wait for a review, are accepted or are closed; newest first. */
	over: T[];
	/** Assignments of `over` that the teacher answered within the last DAYS_LISTED_AFTER_ANSWER days; newest answer first. */
	answered: T[];
	/** Assignments rejudged within the last DAYS_LISTED_AFTER_ANSWER days, after the last answer; newest first. */
	rejudged: T[];
}

/** Groups a student's assignments: what is to do with returned work first and then by due date, and what is over. */
export function groupOwnAssignments<T extends OwnAssignment>(assignments: readonly T[], now: Date): OwnAssignments<T> {
	const newsSince = addDays(now, -DAYS_LISTED_AFTER_ANSWER);
	const isNews = (moment: Date | null): boolean => moment !== null && moment >= newsSince;
	const open = assignments.filter((one) => isToDo(one, now));
	const over = newestFirst(
		assignments.filter((one) => !isToDo(one, now)),
		({ createdAt }) => createdAt
	);
	return {
		open: open.sort(
			(one, other) =>
				Number(other.state === 'returned') - Number(one.state === 'returned') ||
				compareMoments(one.dueAt, other.dueAt) ||
				compareMoments(one.createdAt, other.createdAt)
		),
		over,
		answered: newestFirst(
			over.filter(({ state, answeredAt }) => isReviewedState(state) && isNews(answeredAt)),
			({ answeredAt }) => answeredAt
		),
		rejudged: newestFirst(
			assignments.filter(
				({ rejudgedAt, answeredAt }) => isNews(rejudgedAt) && compareMoments(answeredAt ?? new Date(0), rejudgedAt) < 0
			),
			({ rejudgedAt }) => rejudgedAt
		)
	};
}

const isToDo = (one: OwnAssignment, now: Date): boolean =>
	assignmentPhaseOf(one, now) !== 'closed' && one.state !== 'handed-in' && one.state !== 'accepted';

function compareMoments(one: Date | null, other: Date | null): number {
	if (one === null || other === null) return Number(one === null) - Number(other === null);
	return one.getTime() - other.getTime();
}

const newestFirst = <T>(assignments: readonly T[], momentOf: (one: T) => Date | null): T[] =>
	[...assignments].sort((one, other) => compareMoments(momentOf(other), momentOf(one)));
