import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EMPTY_EXERCISE_EXAMPLE, type Exercise } from '#lib/domain/exercise/exercise.ts';
import { readExercise, writeExerciseFolder } from '#lib/domain/exercise/exercise-folder.ts';
import { unreadableExampleRowsKeyPrefix } from '#lib/domain/storage-keys.ts';
import { stubLocalStorage } from '#lib/domain/testing/local-storage.ts';
import {
	findUnreadableRows,
	insertUnreadableRows,
	loadUnreadableRows,
	saveUnreadableRowsIfChanged,
	saveUnreadableRows
} from './unreadable-rows.ts';

let storedValues: Map<string, string>;
beforeEach(() => {
	storedValues = stubLocalStorage();
});
afterEach(() => vi.unstubAllGlobals());

const STORAGE_PLACE = { account: 'someone', workId: 'one' };
const createExampleRow = (given: string, returns: string) => ({
	...EMPTY_EXERCISE_EXAMPLE,
	function: 'trays',
	given,
	returns
});
const EXAMPLE_ROWS = [
	createExampleRow('[9', '2'),
	createExampleRow('9', '2'),
	createExampleRow('16', ''),
	createExampleRow('17', '3')
];

test('half-typed rows return to their places after the exercise’s folder is read back', () => {
	const exercise: Exercise = {
		id: 'exo-abcdefghijkl',
		version: '1.0.0',
		language: 'en',
		title: 'Trays',
		brief: 'How many?',
		start: '',
		solution: '',
		examples: EXAMPLE_ROWS,
		hints: [],
		piste: 'blue',
		minutes: 20
	};
	saveUnreadableRows(STORAGE_PLACE, findUnreadableRows(exercise.examples));
	const readableExamples = readExercise(writeExerciseFolder(exercise))?.examples ?? [];
	expect(readableExamples).toHaveLength(2);
	expect(insertUnreadableRows(readableExamples, loadUnreadableRows(STORAGE_PLACE))).toEqual(EXAMPLE_ROWS);
});

test('blank rows are not stored, and stored rows are erased once all rows are readable', () => {
	expect(findUnreadableRows([createExampleRow(' ', '')])).toEqual([]);
	saveUnreadableRows(STORAGE_PLACE, findUnreadableRows(EXAMPLE_ROWS));
	expect([...storedValues.keys()]).toEqual([`${unreadableExampleRowsKeyPrefix('someone')}one`]);
	expect(loadUnreadableRows({ ...STORAGE_PLACE, workId: 'two' })).toEqual([]);
	expect(loadUnreadableRows({ ...STORAGE_PLACE, account: 'other' })).toEqual([]);
	saveUnreadableRows(STORAGE_PLACE, findUnreadableRows([createExampleRow('9', '2')]));
	expect(storedValues.size).toBe(0);
});

test('changing other fields in a second tab keeps the first tab’s half-typed rows', () => {
	const readableExamples = [createExampleRow('9', '2')];
	saveUnreadableRowsIfChanged(STORAGE_PLACE, readableExamples, EXAMPLE_ROWS);
	expect(loadUnreadableRows(STORAGE_PLACE)).toHaveLength(2);
	saveUnreadableRowsIfChanged(STORAGE_PLACE, readableExamples, readableExamples);
	expect(loadUnreadableRows(STORAGE_PLACE)).toHaveLength(2);
	saveUnreadableRowsIfChanged(STORAGE_PLACE, EXAMPLE_ROWS, readableExamples);
	expect(loadUnreadableRows(STORAGE_PLACE)).toEqual([]);
});

test.each(['', '{', '[1]', '[{"at":-1}]', 'null'])('malformed stored text (%s) is read as no rows', (text) => {
	storedValues.set(`${unreadableExampleRowsKeyPrefix('someone')}one`, text);
	expect(loadUnreadableRows(STORAGE_PLACE)).toEqual([]);
});
