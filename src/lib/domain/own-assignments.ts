/** Orders a student's assignments: returned work first, then by due date. */
import { assignmentPhaseOf, type Assignment, type StudentAssignmentState } from './assignment.ts';
import { addDays } from './school-class.ts';

export type OwnAssignment = Pick<Assignment, 'id' | 'title' | 'opensAt' | 'dueAt' | 'closedAt' | 'createdAt'> & {
	className: string;
	state: StudentAssignmentState;
	/** When the teacher's review of the newest submission was sent; null without one. */
	answeredAt: Date | null;
};

/** Days for which an answer stays among what is to do: whether the student read it is not known. */
const DAYS_OF_ANSWER = 7;

export interface OwnAssignments<T> {
	open: T[];
	/** Assignments that are handed in and wait, are accepted, or are closed; newest first. */
	over: T[];
	/** Those of `over` whose teacher answered in the last days; newest answer first. */
	answered: T[];
}

export function groupAssignments<T extends OwnAssignment>(all: readonly T[], now: Date): OwnAssignments<T> {
	const isOpen = (one: T) =>
		assignmentPhaseOf(one, now) !== 'closed' && one.state !== 'handed-in' && one.state !== 'accepted';
	const due = ({ dueAt }: T) => dueAt?.getTime() ?? Infinity;
	const createdTime = ({ createdAt }: T) => createdAt.getTime();
	const returnedFirst = ({ state }: T) => (state === 'returned' ? 0 : 1);
	const earlier = (one: number, other: number) => (one === other ? 0 : one < other ? -1 : 1);
	const over = all.filter((one) => !isOpen(one)).sort((a, b) => earlier(createdTime(b), createdTime(a)));
	const answeredTime = ({ answeredAt }: T) => answeredAt?.getTime() ?? 0;
	const since = addDays(now, -DAYS_OF_ANSWER).getTime();
	return {
		open: all
			.filter(isOpen)
			.sort(
				(a, b) =>
					returnedFirst(a) - returnedFirst(b) || earlier(due(a), due(b)) || earlier(createdTime(a), createdTime(b))
			),
		over,
		answered: over
			.filter((one) => (one.state === 'returned' || one.state === 'accepted') && answeredTime(one) >= since)
			.sort((a, b) => earlier(answeredTime(b), answeredTime(a)))
	};
}
