/** Orders a student's assignments: returned work first, then by due date. */
import { assignmentPhaseOf, type Assignment, type StudentAssignmentState } from './assignment.ts';
import { addDays } from './school-class.ts';
import { isReviewedState } from './submission.ts';

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

export interface OwnAssignments<T> {
	open: T[];
	/** Assignments that wait for a review, are accepted or are closed; newest first. */
	over: T[];
	/** Assignments of `over` that the teacher answered within the last DAYS_LISTED_AFTER_ANSWER days; newest answer first. */
	answered: T[];
	/** Assignments rejudged within the last DAYS_LISTED_AFTER_ANSWER days, after the last answer; newest first. */
	rejudged: T[];
}

export function groupOwnAssignments<T extends OwnAssignment>(assignments: readonly T[], now: Date): OwnAssignments<T> {
	const isToDo = (one: T) =>
		assignmentPhaseOf(one, now) !== 'closed' && one.state !== 'handed-in' && one.state !== 'accepted';
	const dueTime = ({ dueAt }: T) => dueAt?.getTime() ?? Infinity;
	const createdTime = ({ createdAt }: T) => createdAt.getTime();
	const rankReturnedFirst = ({ state }: T) => (state === 'returned' ? 0 : 1);
	const compareTimes = (one: number, other: number) => (one === other ? 0 : one < other ? -1 : 1);
	const over = assignments.filter((one) => !isToDo(one)).sort((a, b) => compareTimes(createdTime(b), createdTime(a)));
	const answeredTime = ({ answeredAt }: T) => answeredAt?.getTime() ?? 0;
	const rejudgedTime = ({ rejudgedAt }: T) => rejudgedAt?.getTime() ?? 0;
	const newsSince = addDays(now, -DAYS_LISTED_AFTER_ANSWER).getTime();
	return {
		open: assignments
			.filter(isToDo)
			.sort(
				(a, b) =>
					rankReturnedFirst(a) - rankReturnedFirst(b) ||
					compareTimes(dueTime(a), dueTime(b)) ||
					compareTimes(createdTime(a), createdTime(b))
			),
		over,
		answered: over
			.filter((one) => isReviewedState(one.state) && answeredTime(one) >= newsSince)
			.sort((a, b) => compareTimes(answeredTime(b), answeredTime(a))),
		rejudged: assignments
			.filter((one) => rejudgedTime(one) >= newsSince && rejudgedTime(one) > answeredTime(one))
			.sort((a, b) => compareTimes(rejudgedTime(b), rejudgedTime(a)))
	};
}
