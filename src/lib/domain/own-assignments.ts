/** Orders a student's assignments: returned work first, then by due date. */
import { assignmentPhaseOf, type Assignment, type StudentAssignmentState } from './assignment.ts';

export type OwnAssignment = Pick<Assignment, 'id' | 'title' | 'opensAt' | 'dueAt' | 'closedAt' | 'createdAt'> & {
	className: string;
	state: StudentAssignmentState;
};

export interface OwnAssignments<T> {
	open: T[];
	/** Assignments that are handed in and wait, are accepted, or are closed; newest first. */
	over: T[];
}

export function groupAssignments<T extends OwnAssignment>(all: readonly T[], now: Date): OwnAssignments<T> {
	const isOpen = (one: T) =>
		assignmentPhaseOf(one, now) !== 'closed' && one.state !== 'handed-in' && one.state !== 'accepted';
	const due = ({ dueAt }: T) => dueAt?.getTime() ?? Infinity;
	const createdTime = ({ createdAt }: T) => createdAt.getTime();
	const returnedFirst = ({ state }: T) => (state === 'returned' ? 0 : 1);
	const earlier = (one: number, other: number) => (one === other ? 0 : one < other ? -1 : 1);
	return {
		open: all
			.filter(isOpen)
			.sort(
				(a, b) =>
					returnedFirst(a) - returnedFirst(b) || earlier(due(a), due(b)) || earlier(createdTime(a), createdTime(b))
			),
		over: all.filter((one) => !isOpen(one)).sort((a, b) => earlier(createdTime(b), createdTime(a)))
	};
}
