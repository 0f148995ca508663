import { expect, test } from 'vitest';
import {
	assignmentPhaseOf,
	readAssignmentForm,
	type StudentAssignmentState,
	groupOwnAssignments
} from './assignment.ts';

const ASSIGNMENT_FORM_CONTEXT: Parameters<typeof readAssignmentForm>[1] = {
	subject: 'challenge',
	students: ['one', 'two'],
	rubric: [],
	language: 'fr',
	zone: 'Europe/Paris'
};

function createFormData(fields: Record<string, string | string[]>): FormData {
	const data = new FormData();
	for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) data.append(name, value);
	return data;
}
const listFormProblems = (
	fields: Record<string, string | string[]>,
	known: Partial<Parameters<typeof readAssignmentForm>[1]> = {}
) => {
	const result = readAssignmentForm(createFormData(fields), { ...ASSIGNMENT_FORM_CONTEXT, ...known });
	return result.kind === 'wrong' ? result.problems.map(({ field, problem }) => [field, problem]) : [];
};

test('an empty form gives the challenge to the whole class', () => {
	expect(readAssignmentForm(createFormData({}), ASSIGNMENT_FORM_CONTEXT)).toEqual({
		kind: 'form',
		form: { title: '', note: '', members: null, opensAt: null, dueAt: null, rubric: [] }
	});
});

test('a full form is read with its dates in the browser’s time zone', () => {
	const filledForm = createFormData({
		title: '  Le  parcmètre\n',
		note: ' À deux.\r\nSans <b>bruit</b>. ',
		for: 'some',
		member: ['two', 'two', 'three'],
		opens: '2026-11-27T08:00',
		due: '2026-12-04T18:00'
	});
	expect(readAssignmentForm(filledForm, ASSIGNMENT_FORM_CONTEXT)).toEqual({
		kind: 'form',
		form: {
			title: 'Le parcmètre',
			note: 'À deux.\nSans <b>bruit</b>.',
			members: ['two'],
			opensAt: new Date('2026-11-27T07:00:00Z'),
			dueAt: new Date('2026-12-04T17:00:00Z'),
			rubric: []
		}
	});
});

test('ticked students are ignored when the assignment is for the whole class', () => {
	const result = readAssignmentForm(createFormData({ for: 'class', member: 'one' }), ASSIGNMENT_FORM_CONTEXT);
	expect(result.kind === 'form' && result.form.members).toBeNull();
});

test('each problem names its field', () => {
	expect(listFormProblems({ title: ' ' }, { subject: 'project' })).toEqual([['title', 'empty']]);
	expect(listFormProblems({ title: 'x'.repeat(101), note: 'x'.repeat(1001) })).toEqual([
		['title', 'long'],
		['note', 'long']
	]);
	expect(listFormProblems({ for: 'some', member: 'three' })).toEqual([['members', 'nobody']]);
	expect(listFormProblems({ opens: 'demain', due: '2026-02-30T10:00' })).toEqual([
		['opens', 'no-date'],
		['due', 'no-date']
	]);
	expect(listFormProblems({ opens: '2026-12-04T18:00', due: '2026-12-04T18:00' })).toEqual([['due', 'before-opening']]);
});

test('a wrong form returns its values as they were typed', () => {
	const result = readAssignmentForm(
		createFormData({ title: 'Lundi', due: 'demain', for: 'some', member: 'one' }),
		ASSIGNMENT_FORM_CONTEXT
	);
	expect(result).toMatchObject({
		kind: 'wrong',
		typed: { title: 'Lundi', due: 'demain', members: ['one'], opens: '' }
	});
});

test('an assignment is ahead, open, late or closed, according to its dates', () => {
	const momentAt = (time: string) => new Date(`2026-11-26T${time}:00Z`);
	const dates = { opensAt: momentAt('08:00'), dueAt: momentAt('10:00'), closedAt: null };
	expect(assignmentPhaseOf(dates, momentAt('07:59'))).toBe('ahead');
	expect(assignmentPhaseOf(dates, momentAt('08:00'))).toBe('open');
	expect(assignmentPhaseOf(dates, momentAt('10:00'))).toBe('late');
	expect(assignmentPhaseOf({ ...dates, closedAt: momentAt('09:00') }, momentAt('07:00'))).toBe('closed');
	expect(assignmentPhaseOf({ opensAt: null, dueAt: null, closedAt: null }, momentAt('09:00'))).toBe('open');
});

const NOW = new Date('2026-11-26T09:00:00Z');
const dayOfNovember = (number: number) => new Date(`2026-11-${String(number).padStart(2, '0')}T12:00:00Z`);
const createAssignment = (
	id: string,
	state: StudentAssignmentState,
	dueDay: number | null = null,
	more: { closedAt?: Date; made?: number; answered?: number; rejudged?: number } = {}
) => ({
	id,
	title: { fr: id, en: id },
	className: '2de 4',
	answeredAt: more.answered === undefined ? null : dayOfNovember(more.answered),
	rejudgedAt: more.rejudged === undefined ? null : dayOfNovember(more.rejudged),
	state,
	opensAt: null,
	dueAt: dueDay === null ? null : dayOfNovember(dueDay),
	closedAt: more.closedAt ?? null,
	createdAt: dayOfNovember(more.made ?? 1)
});

test('answered assignments come first, then late ones, then by date; those without a date come last', () => {
	const { open } = groupOwnAssignments(
		[
			createAssignment('some day', 'not-begun'),
			createAssignment('friday', 'working', 28),
			createAssignment('tomorrow', 'not-begun', 27),
			createAssignment('yesterday', 'not-begun', 25),
			createAssignment('answered', 'returned', 29)
		],
		NOW
	);
	expect(open.map(({ id }) => id)).toEqual(['answered', 'yesterday', 'tomorrow', 'friday', 'some day']);
});

test('handed-in, accepted and closed assignments are over, whatever their date', () => {
	const { open, over } = groupOwnAssignments(
		[
			createAssignment('waits', 'handed-in', 27, { made: 3 }),
			createAssignment('accepted', 'accepted', null, { made: 5 }),
			createAssignment('closed', 'returned', 27, { closedAt: dayOfNovember(20), made: 4 })
		],
		NOW
	);
	expect(open).toEqual([]);
	expect(over.map(({ id }) => id)).toEqual(['accepted', 'closed', 'waits']);
});

test('answers of the last seven days are listed, newest first', () => {
	const { answered } = groupOwnAssignments(
		[
			createAssignment('long ago', 'accepted', null, { answered: 10 }),
			createAssignment('accepted', 'accepted', null, { answered: 20 }),
			createAssignment('closed', 'returned', null, { answered: 25, closedAt: dayOfNovember(25) }),
			createAssignment('to do', 'returned', null, { answered: 25 }),
			createAssignment('handed in again', 'handed-in', null, { answered: 25 })
		],
		NOW
	);
	expect(answered.map(({ id }) => id)).toEqual(['closed', 'accepted']);
});

test('a rejudged submission is listed for a week, unless an answer came after it', () => {
	const { rejudged } = groupOwnAssignments(
		[
			createAssignment('long ago', 'handed-in', 27, { rejudged: 18 }),
			createAssignment('answered since', 'accepted', 27, { rejudged: 22, answered: 23 }),
			createAssignment('waits', 'handed-in', 27, { rejudged: 23 }),
			createAssignment('answered before', 'accepted', 27, { rejudged: 24, answered: 23 }),
			createAssignment('never', 'handed-in', 27)
		],
		NOW
	);
	expect(rejudged.map(({ id }) => id)).toEqual(['answered before', 'waits']);
});
