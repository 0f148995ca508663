import * as v from 'valibot';
import { browserValueStore } from '#lib/browser-values.ts';
import { readExerciseExample } from '#lib/domain/exercise/exercise-checks.ts';
import { isBlankExample, type ExerciseExample } from '#lib/domain/exercise/exercise.ts';
import { unreadableExampleRowsKeyPrefix } from '#lib/domain/storage-keys.ts';
import { parseWithSchema } from '#lib/domain/parse.ts';

interface UnreadableRow {
	/** Index of the row in the table. */
	at: number;
	example: ExerciseExample;
}

interface RowsStoragePlace {
	account: string;
	workId: string;
}

const unreadableRowsSchema: v.GenericSchema<unknown, UnreadableRow[]> = v.array(
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

const rowsStorageKey = ({ account, workId }: RowsStoragePlace): string =>
	unreadableExampleRowsKeyPrefix(account) + workId;

/** Returns the rows whose text cannot be read as an example, and so cannot become a check; blank rows are left out. */
export function findUnreadableRows(examples: readonly ExerciseExample[]): UnreadableRow[] {
	return examples.flatMap((example, at) =>
		isBlankExample(example) || typeof readExerciseExample(example) === 'object' ? [] : [{ at, example }]
	);
}

export function insertUnreadableRows(
	examples: readonly ExerciseExample[],
	rows: readonly UnreadableRow[]
): ExerciseExample[] {
	const allExamples = [...examples];
	for (const { at, example } of rows) allExamples.splice(at, 0, example);
	return allExamples;
}

export const loadUnreadableRows = (place: RowsStoragePlace): UnreadableRow[] =>
	parseWithSchema(unreadableRowsSchema, browserValueStore.readJson(rowsStorageKey(place))) ?? [];

/** Stores a table's unreadable rows, only if a change altered them: otherwise rows stored by another tab would be lost. */
export function saveUnreadableRowsIfChanged(
	place: RowsStoragePlace,
	examplesBefore: readonly ExerciseExample[],
	examples: readonly ExerciseExample[]
): void {
	const [rowsBefore, rows] = [findUnreadableRows(examplesBefore), findUnreadableRows(examples)];
	if (JSON.stringify(rows) !== JSON.stringify(rowsBefore)) saveUnreadableRows(place, rows);
}

export function saveUnreadableRows(place: RowsStoragePlace, rows: readonly UnreadableRow[]): void {
	if (rows.length === 0) browserValueStore.remove(rowsStorageKey(place));
	else browserValueStore.write(rowsStorageKey(place), JSON.stringify(rows));
}
