/** Tests how an assignment's form is read, and when the assignment is upcoming, open, late or closed. */
import { expect, test } from 'vitest';
import { assignmentPhaseOf, readAssignmentForm } from './assignment.ts';

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
