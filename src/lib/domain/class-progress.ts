/** Counts how far a class has come, for all to see, without identifying any student. */
import * as v from 'valibot';
import type { ProgressRow } from './progress.ts';

/** Largest number of students whom classmates could identify as a group: figures hide such groups. */
const LARGEST_HIDDEN_GROUP = 2;

/** Smallest number of students of a class whose progress is shown: figures of a smaller class would reveal single students. */
export const FEWEST_STUDENTS_SHOWN = 2 * LARGEST_HIDDEN_GROUP + 1;

const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
export const classProgressSchema = v.object({
	students: countSchema,
	/** Number of students who reached and who finished each step, in the order of the challenge. */
	steps: v.array(v.object({ id: v.string(), reached: countSchema, done: countSchema })),
	handedIn: countSchema
});
export type ClassProgress = v.InferOutput<typeof classProgressSchema>;

export function countClassProgress(rows: readonly ProgressRow[], steps: readonly string[]): ClassProgress {
	const students = countRowMembers(rows);
	const countPeopleWhere = (where: (row: ProgressRow) => boolean) =>
		countWithoutSmallGroups(countRowMembers(rows.filter(where)), students);
	return {
		students,
		steps: steps.map((id, at) => ({
			id,
			reached: countPeopleWhere((row) => findFurthestStepIndex(row, steps) >= at),
			done: countPeopleWhere(({ progress }) => progress?.done.includes(id) ?? false)
		})),
		handedIn: countPeopleWhere(({ submission }) => submission !== null && submission.state !== 'returned')
	};
}

const countRowMembers = (rows: readonly ProgressRow[]): number =>
	rows.reduce((sum, { members }) => sum + members.length, 0);

/** Returns the index of the furthest step that a row's students reached; -1 when they reached none. */
function findFurthestStepIndex({ progress }: ProgressRow, steps: readonly string[]): number {
	if (progress === null) return -1;
	return Math.max(steps.indexOf(progress.step), ...progress.done.map((id) => steps.indexOf(id)));
}

/** Hides small groups: one or two students count as none, and all but one or two as all. */
function countWithoutSmallGroups(count: number, of: number): number {
	if (of - count <= LARGEST_HIDDEN_GROUP) return of;
	return count <= LARGEST_HIDDEN_GROUP ? 0 : count;
}
