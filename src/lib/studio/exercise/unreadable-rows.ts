/** Keeps in this browser the rows of an exercise's examples that its folder cannot hold yet. */
import * as v from 'valibot';
import { browserValues } from '#lib/browser-values.ts';
import { readExerciseExample } from '#lib/domain/exercise/exercise-checks.ts';
import { isBlankExample, type ExerciseExample } from '#lib/domain/exercise/exercise.ts';
import { unreadableRowsKeyPrefix } from '#lib/domain/exercise/unreadable-rows-key.ts';
import { parse } from '#lib/domain/parse.ts';

interface UnreadableRow {
	/** Place of the row in the table, counted from 0. */
	at: number;
	example: ExerciseExample;
}

interface RowsPlace {
	account: string;
	workId: string;
}

const rowsSchema: v.GenericSchema<unknown, UnreadableRow[]> = v.array(
	v.object({
		at: v.pipe(v.number(), v.integer(), v.minValue(0)),
		example: v.object({
			function: v.string(),
			given: v.string(),
			returns: v.string(),
			because: v.string(),
			isHeldBack: v.boolean()
		})
	})
);

const keyOf = ({ account, workId }: RowsPlace): string => unreadableRowsKeyPrefix(account) + workId;

/** Returns the rows in which something is typed that cannot be read: only readable rows become checks. */
export function findUnreadableRows(examples: readonly ExerciseExample[]): UnreadableRow[] {
	return examples.flatMap((example, at) =>
		isBlankExample(example) || typeof readExerciseExample(example) === 'object' ? [] : [{ at, example }]
	);
}

/** Puts unreadable rows among those that were read from the folder, each in its place. */
export function insertRows(examples: readonly ExerciseExample[], rows: readonly UnreadableRow[]): ExerciseExample[] {
	const allExamples = [...examples];
	for (const { at, example } of rows) allExamples.splice(at, 0, example);
	return allExamples;
}

export const loadUnreadableRows = (place: RowsPlace): UnreadableRow[] =>
	parse(rowsSchema, browserValues.readJson(keyOf(place))) ?? [];

/** Stores the unreadable rows of a table that differ from those before its change. Otherwise another tab's may be stored, and stay. */
export function saveChangedRows(
	place: RowsPlace,
	examplesBefore: readonly ExerciseExample[],
	examples: readonly ExerciseExample[]
): void {
	const [rowsBefore, rows] = [findUnreadableRows(examplesBefore), findUnreadableRows(examples)];
	if (JSON.stringify(rows) !== JSON.stringify(rowsBefore)) saveUnreadableRows(place, rows);
}

/** Stores the rows, or removes them where there are none. */
export function saveUnreadableRows(place: RowsPlace, rows: readonly UnreadableRow[]): void {
	if (rows.length === 0) browserValues.remove(keyOf(place));
	else browserValues.write(keyOf(place), JSON.stringify(rows));
}
