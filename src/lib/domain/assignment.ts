/** What a teacher asks of a class or of some of its students: a challenge at a pinned version, or a project of their own. */
import * as v from 'valibot';
import type { Language } from './challenge.ts';
import { momentOf } from './local-time.ts';
import { readRubric, type Rubric, type RubricProblem, type Words } from './rubric.ts';

export type Subject = { kind: 'challenge'; id: string; hash: string } | { kind: 'project' };

export interface Assignment {
	id: string;
	classId: string;
	subject: Subject;
	/** The teacher's, the same in both languages; or the challenge's, in each. */
	title: Words;
	/** May be empty. */
	note: string;
	/** Memberships; null: the whole class, also who joins later. */
	members: string[] | null;
	opensAt: Date | null;
	dueAt: Date | null;
	rubric: Rubric;
	/** Since when every screen of the class is at decide. */
	debateSince: Date | null;
	createdAt: Date;
	closedAt: Date | null;
}

/**
 * `ahead`: not open yet. `late`: the date is past, and one may still hand in. `closed`: nothing is handed in any more; what was made
 * can be looked at.
 */
export type Phase = 'ahead' | 'open' | 'late' | 'closed';

export function phaseOf(
	{ opensAt, dueAt, closedAt }: Pick<Assignment, 'opensAt' | 'dueAt' | 'closedAt'>,
	now: Date
): Phase {
	if (closedAt !== null) return 'closed';
	if (opensAt !== null && opensAt > now) return 'ahead';
	return dueAt !== null && dueAt <= now ? 'late' : 'open';
}

export const isFor = ({ members }: Pick<Assignment, 'members'>, membership: string): boolean =>
	members === null || members.includes(membership);

/** How far a student is with an assignment, in one word. */
export const PROGRESSES = ['not-begun', 'working', 'handed-in', 'returned', 'accepted'] as const;
export type Progress = (typeof PROGRESSES)[number];

export const LONGEST_ASSIGNMENT_TITLE = 100;
export const LONGEST_NOTE = 1000;

/** What a teacher says of an assignment, once it is read. */
export interface AssignmentForm {
	/** Empty: the challenge's own. */
	title: string;
	note: string;
	members: string[] | null;
	opensAt: Date | null;
	dueAt: Date | null;
	rubric: Rubric;
}

export type FormProblem =
	| { field: 'title'; problem: 'empty' | 'long' }
	| { field: 'note'; problem: 'long' }
	| { field: 'members'; problem: 'nobody' }
	| { field: 'opens' | 'due'; problem: 'no-date' }
	| { field: 'due'; problem: 'before-opening' }
	| { field: 'rubric'; problem: RubricProblem };

interface Known {
	subject: Subject['kind'];
	/** Memberships of the class. */
	students: readonly string[];
	/** What the rubric was. */
	rubric: Rubric;
	language: Language;
	/** In which its dates are written. */
	zone: string;
}

/** As it was typed, to be shown again. */
export interface TypedForm {
	title: string;
	note: string;
	members: string[] | null;
	opens: string;
	due: string;
	rubric: Rubric;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const oneLine = (value: unknown): string =>
	text(value)
		.normalize('NFC')
		.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
		.trim();
const someLines = (value: unknown): string =>
	text(value).normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\0', '').trim();

/** The fields are `title`, `note`, `for` (class or some), `member` (several), `opens`, `due` and those of the rubric. */
export function readAssignmentForm(
	form: FormData,
	{ subject, students, rubric: before, language, zone }: Known
): { kind: 'form'; form: AssignmentForm } | { kind: 'wrong'; problems: FormProblem[]; typed: TypedForm } {
	const problems: FormProblem[] = [];
	const title = oneLine(form.get('title'));
	if (title === '' && subject === 'project') problems.push({ field: 'title', problem: 'empty' });
	if (title.length > LONGEST_ASSIGNMENT_TITLE) problems.push({ field: 'title', problem: 'long' });
	const note = someLines(form.get('note'));
	if (note.length > LONGEST_NOTE) problems.push({ field: 'note', problem: 'long' });

	const chosen = form.getAll('member').flatMap((member) => students.find((one) => one === member) ?? []);
	const members = form.get('for') === 'some' ? [...new Set(chosen)] : null;
	if (members?.length === 0) problems.push({ field: 'members', problem: 'nobody' });

	const [opens, due] = [text(form.get('opens')).trim(), text(form.get('due')).trim()];
	const [opensAt, dueAt] = [opens, due].map((written) => (written === '' ? null : momentOf(written, zone)));
	if (opensAt === undefined) problems.push({ field: 'opens', problem: 'no-date' });
	if (dueAt === undefined) problems.push({ field: 'due', problem: 'no-date' });
	if (opensAt && dueAt && dueAt <= opensAt) problems.push({ field: 'due', problem: 'before-opening' });

	const { rubric, problem } = readRubric(form.entries(), before, language);
	if (problem) problems.push({ field: 'rubric', problem });
	if (problems.length > 0 || opensAt === undefined || dueAt === undefined)
		return { kind: 'wrong', problems, typed: { title, note, members, opens, due, rubric } };
	return { kind: 'form', form: { title, note, members, opensAt, dueAt, rubric } };
}

const idSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));

/** What cannot be an id is not asked of the database. */
export const isAssignmentId = (value: unknown): value is string => v.is(idSchema, value);
