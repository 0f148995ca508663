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

export function groupAssignments<T extends OwnAssignment>(assignments: readonly T[], now: Date): OwnAssignments<T> {
	const isOpen = (one: T) =>
		assignmentPhaseOf(one, now) !== 'closed' && one.state !== 'handed-in' && one.state !== 'accepted';
	const dueTime = ({ dueAt }: T) => dueAt?.getTime() ?? Infinity;
	const createdTime = ({ createdAt }: T) => createdAt.getTime();
	const returnedRank = ({ state }: T) => (state === 'returned' ? 0 : 1);
	const compareTimes = (one: number, other: number) => (one === other ? 0 : one < other ? -1 : 1);
	const over = assignments.filter((one) => !isOpen(one)).sort((a, b) => compareTimes(createdTime(b), createdTime(a)));
	const answeredTime = ({ answeredAt }: T) => answeredAt?.getTime() ?? 0;
	const answeredSince = addDays(now, -DAYS_OF_ANSWER).getTime();
	return {
		open: assignments
			.filter(isOpen)
			.sort(
				(a, b) =>
					returnedRank(a) - returnedRank(b) ||
					compareTimes(dueTime(a), dueTime(b)) ||
					compareTimes(createdTime(a), createdTime(b))
			),
		over,
		answered: over
			.filter((one) => (one.state === 'returned' || one.state === 'accepted') && answeredTime(one) >= answeredSince)
			.sort((a, b) => compareTimes(answeredTime(b), answeredTime(a)))
	};
}
