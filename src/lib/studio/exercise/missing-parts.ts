/** Lists the parts that an exercise still needs before it can be published. */
import { findExportedFunctions } from '#lib/domain/exercise/exported-functions.ts';
import { isBlankExample, type Exercise } from '#lib/domain/exercise/exercise.ts';

export type MissingExercisePart = 'title' | 'brief' | 'start' | 'solution' | 'examples';

export function findMissingExerciseParts({ title, brief, start, solution, examples }: Exercise): MissingExercisePart[] {
	const isTherePart: Record<MissingExercisePart, boolean> = {
		title: title.trim() !== '',
		brief: brief.trim() !== '',
		start: start.trim() !== '',
		solution: findExportedFunctions(solution).length > 0,
		examples: examples.some((example) => !example.isHeldBack && !isBlankExample(example))
	};
	return (Object.keys(isTherePart) as MissingExercisePart[]).filter((part) => !isTherePart[part]);
}
