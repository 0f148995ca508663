/**
 * How a class is doing, for everyone to see: how many came how far. Nobody can be told from it: there is no order of persons, and where
 * only one or two differ from the rest, they are counted with the rest.
 */
import * as v from 'valibot';
import type { ProgressRow } from './standing.ts';

/** So many may be guessed at by those who know their class. */
const TELLING = 2;

/** In a smaller class there is no crowd to disappear in. */
export const FEWEST_STUDENTS = 2 * TELLING + 1;

export interface River {
	/** Everyone it was assigned to. */
	students: number;
	/** In the order of the challenge. */
	steps: { id: string; reached: number; done: number }[];
	handedIn: number;
}

export function riverOf(rows: readonly ProgressRow[], steps: readonly string[]): River {
	const students = peopleIn(rows);
	const count = (where: (row: ProgressRow) => boolean) => veiled(peopleIn(rows.filter(where)), students);
	return {
		students,
		steps: steps.map((id, at) => ({
			id,
			reached: count((row) => reachedBy(row, steps) >= at),
			done: count(({ standing }) => standing?.done.includes(id) ?? false)
		})),
		handedIn: count(({ submission }) => submission !== null && submission.state !== 'returned')
	};
}

const peopleIn = (rows: readonly ProgressRow[]): number => rows.reduce((sum, { members }) => sum + members.length, 0);

/** The furthest step that someone has been at; -1 before the first. */
function reachedBy({ standing }: ProgressRow, steps: readonly string[]): number {
	if (standing === null) return -1;
	return Math.max(steps.indexOf(standing.step), ...standing.done.map((id) => steps.indexOf(id)));
}

/** One or two are nobody, and all but one or two are all. */
function veiled(count: number, of: number): number {
	if (of - count <= TELLING) return of;
	return count <= TELLING ? 0 : count;
}

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const riverSchema: v.GenericSchema<unknown, River> = v.object({
	students: Count,
	steps: v.array(v.object({ id: v.string(), reached: Count, done: Count })),
	handedIn: Count
});
