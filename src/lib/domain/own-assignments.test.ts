/** Tests the order of a student's assignments, and that answers and new verdicts stay listed for a week. */
import { expect, test } from 'vitest';
import type { StudentAssignmentState } from './assignment.ts';
import { groupOwnAssignments } from './own-assignments.ts';

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
