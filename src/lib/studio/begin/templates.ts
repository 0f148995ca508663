import { type Exercise, EMPTY_EXERCISE_EXAMPLE } from '#lib/domain/exercise/exercise.ts';
import { findExportedFunctions } from '#lib/domain/exercise/exported-functions.ts';
import { EXERCISE_FOLDER_TEXTS } from '#lib/domain/exercise/folder-texts.ts';
import { writeExerciseFolder } from '#lib/domain/exercise/exercise-folder.ts';
import type { Language } from '#lib/domain/language.ts';
import { newStudioId } from '#lib/domain/identity.ts';
import type { Files } from '#sandbox/contract.ts';

export const EMPTY_EXERCISE: Omit<Exercise, 'id' | 'language'> = {
	version: '1.0.0',
	title: '',
	brief: '',
	start: '',
	solution: '',
	examples: [],
	hints: [],
	piste: 'blue',
	minutes: 20
};

export const createEmptyExerciseFolder = (language: Language): Files =>
	writeExerciseFolder({
		...EMPTY_EXERCISE,
		id: newStudioId({ isExercise: true }),
		language,
		start: EXERCISE_FOLDER_TEXTS[language].firstStart
	});

/** Makes an exercise from a project's program. Students will write the first function that the program exports. */
export function makeExerciseFromProject(program: string, title: string, language: Language): Files {
	const [firstFunction] = findExportedFunctions(program);
	const examples = firstFunction ? [{ ...EMPTY_EXERCISE_EXAMPLE, function: firstFunction.name }] : [];
	const codeFields = { start: program, solution: program };
	return writeExerciseFolder({
		...EMPTY_EXERCISE,
		...codeFields,
		id: newStudioId({ isExercise: true }),
		language,
		title,
		examples
	});
}
