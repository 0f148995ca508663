import { expect, test } from 'vitest';
import type { StudentAssignmentState } from './assignment.ts';
import { groupAssignments } from './own-assignments.ts';

const NOW = new Date('2026-11-26T09:00:00Z');
const day = (number: number) => new Date(`2026-11-${String(number).padStart(2, '0')}T12:00:00Z`);
const one = (
	id: string,
	state: StudentAssignmentState,
	due: number | null = null,
	more: { closedAt?: Date; made?: number; answered?: number } = {}
) => ({
	id,
	title: { fr: id, en: id },
	className: '2de 4',
	answeredAt: more.answered === undefined ? null : day(more.answered),
	state,
	opensAt: null,
	dueAt: due === null ? null : day(due),
	closedAt: more.closedAt ?? null,
	createdAt: day(more.made ?? 1)
});

test('answered assignments come first, then late ones, then by date; those without a date come last', () => {
	const { open } = groupAssignments(
		[
			one('some day', 'not-begun'),
			one('friday', 'working', 28),
			one('tomorrow', 'not-begun', 27),
			one('yesterday', 'not-begun', 25),
			one('answered', 'returned', 29)
		],
		NOW
	);
	expect(open.map(({ id }) => id)).toEqual(['answered', 'yesterday', 'tomorrow', 'friday', 'some day']);
});

test('waiting, accepted and closed assignments are over, whatever their date', () => {
	const { open, over } = groupAssignments(
		[
			one('waits', 'handed-in', 27, { made: 3 }),
			one('accepted', 'accepted', null, { made: 5 }),
			one('closed', 'returned', 27, { closedAt: day(20), made: 4 })
		],
		NOW
	);
	expect(open).toEqual([]);
	expect(over.map(({ id }) => id)).toEqual(['accepted', 'closed', 'waits']);
});

test('answers of the last seven days are told, the newest first', () => {
	const { answered } = groupAssignments(
		[
			one('long ago', 'accepted', null, { answered: 10 }),
			one('accepted', 'accepted', null, { answered: 20 }),
			one('closed', 'returned', null, { answered: 25, closedAt: day(25) }),
			one('to do', 'returned', null, { answered: 25 }),
			one('handed in again', 'handed-in', null, { answered: 25 })
		],
		NOW
	);
	expect(answered.map(({ id }) => id)).toEqual(['closed', 'accepted']);
});
