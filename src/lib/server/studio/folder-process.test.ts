/** Tests the process that packs, checks and generates folders, called as the server calls it. */
import { afterAll, expect, test } from 'vitest';
import { writeExerciseFolder } from '#lib/domain/exercise/exercise-folder.ts';
import { EMPTY_EXERCISE_EXAMPLE, type Exercise } from '#lib/domain/exercise/exercise.ts';
import {
	generateFolderFiles,
	checkFolder,
	closeFolderProcess,
	compileFolder,
	FOLDER_PROCESS_FAILED
} from './folder-process.ts';

afterAll(() => closeFolderProcess());

const TEST_EXERCISE: Exercise = {
	id: 'exo-abcdefghijkl',
	version: '1.0.0',
	language: 'fr',
	title: 'Le double',
	brief: 'Renvoie le double.',
	start: 'export function double(number: number): number {\n\treturn number;\n}\n',
	solution: 'export function double(number: number): number {\n\treturn number * 2;\n}\n',
	examples: [{ ...EMPTY_EXERCISE_EXAMPLE, function: 'double', given: '3', returns: '6' }],
	hints: [],
	piste: 'blue',
	minutes: 10
};
const checkExerciseFiles = (files: Record<string, string>, isWhole: boolean) =>
	checkFolder(TEST_EXERCISE.id, files, isWhole);

test('a quick check only packs a folder, and a whole check also judges its examples', { tags: ['soak'] }, async () => {
	const folderWithWrongExample = writeExerciseFolder({
		...TEST_EXERCISE,
		examples: [{ ...EMPTY_EXERCISE_EXAMPLE, function: 'double', given: '3', returns: '7' }]
	});
	const quickReport = await checkExerciseFiles(folderWithWrongExample, false);
	const wholeReport = await checkExerciseFiles(folderWithWrongExample, true);
	if (quickReport === FOLDER_PROCESS_FAILED || wholeReport === FOLDER_PROCESS_FAILED)
		throw new Error('The folder is lost.');
	expect(quickReport.problems).toEqual([]);
	expect(quickReport.packed?.challenge).toMatchObject({
		id: TEST_EXERCISE.id,
		steps: [{ kind: 'build' }, { kind: 'show' }]
	});
	expect(quickReport.packed?.privatePart.solution).toEqual({ 'main.ts': TEST_EXERCISE.solution });
	expect(wholeReport.problems.map(({ file }) => file)).toEqual(['checks/build.yaml']);
	expect(await checkExerciseFiles(writeExerciseFolder(TEST_EXERCISE), true)).toMatchObject({ problems: [] });
});

test('a solution that never ends is reported, and the next folder is still checked', { tags: ['soak'] }, async () => {
	const endlessFolder = writeExerciseFolder({
		...TEST_EXERCISE,
		solution: 'export function double(): number {\n\tfor (;;);\n}\n'
	});
	const report = await checkExerciseFiles(endlessFolder, true);
	expect(report === FOLDER_PROCESS_FAILED ? [] : report.problems.map(({ message }) => message).join('\n')).toContain(
		'does not end'
	);
	expect(await checkExerciseFiles(writeExerciseFolder(TEST_EXERCISE), false)).toMatchObject({ problems: [] });
});

test('a solution is compiled without its source, and a broken one yields an empty program', async () => {
	const folderWithNote = writeExerciseFolder({
		...TEST_EXERCISE,
		solution: `/* A note of the author. */\n${TEST_EXERCISE.solution}`
	});
	const compilation = await compileFolder(TEST_EXERCISE.id, folderWithNote);
	if (compilation === FOLDER_PROCESS_FAILED) throw new Error('The folder is lost.');
	expect(compilation.packed?.challenge.id).toBe(TEST_EXERCISE.id);
	expect(compilation.program).toContain('number * 2');
	expect(compilation.program).not.toMatch(/A note of the author|number: number|sourceMappingURL/);
	const brokenFolder = writeExerciseFolder({ ...TEST_EXERCISE, solution: 'export function double( {' });
	expect(await compileFolder(TEST_EXERCISE.id, brokenFolder)).toMatchObject({ program: '' });
});

test('a folder with an unreadable challenge.yaml is not packed', async () => {
	expect(await checkExerciseFiles({ 'challenge.yaml': 'a: [' }, false)).toMatchObject({ packed: null });
});

test('a challenge is generated from an author’s answers, or refused when an answer does not fit', async () => {
	const answers = {
		id: TEST_EXERCISE.id,
		language: 'fr',
		kind: 'table',
		person: 'food: Malik Orsenne, cuisinier',
		example: 'trays(meals: 9) = 2'
	};
	const generatedFolder = await generateFolderFiles(answers);
	if (generatedFolder === FOLDER_PROCESS_FAILED || generatedFolder.files === null)
		throw new Error('Nothing was begun.');
	expect(await checkFolder(TEST_EXERCISE.id, generatedFolder.files, false)).toMatchObject({ problems: [] });
	expect(await generateFolderFiles({ ...answers, example: 'trays' })).toMatchObject({ files: null });
});
