/** Finds the check that was made from each row of the example table. */
import { groupExamples, readExerciseExample } from '#lib/domain/exercise/exercise-checks.ts';
import { isBlankExample, type Exercise } from '#lib/domain/exercise/exercise.ts';

/** Returns, for each row, the file and id of the check made from the row; undefined for a row that cannot be read. */
export function checksOfExampleRows({ examples, language }: Exercise): ({ file: string; id: string } | undefined)[] {
	const parsedExamples = examples.map((example) =>
		isBlankExample(example) ? undefined : readExerciseExample(example)
	);
	const readableExamples = parsedExamples.map((example) => (typeof example === 'object' ? example : undefined));
	const checkByExample = new Map<object, { file: string; id: string }>();
	for (const isHeldBack of [false, true]) {
		const checksFile = isHeldBack ? 'private/checks/build.yaml' : 'checks/build.yaml';
		const groupedExamples = readableExamples
			.filter((example) => example?.isHeldBack === isHeldBack)
			.filter((each) => each !== undefined);
		for (const { id, examples } of groupExamples(groupedExamples, language))
			for (const example of examples) checkByExample.set(example, { file: checksFile, id });
	}
	return readableExamples.map((example) => example && checkByExample.get(example));
}
