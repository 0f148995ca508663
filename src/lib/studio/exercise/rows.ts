/** Finds the row of the example table to which a check's problem belongs. */
import { groupExamples, readExerciseExample } from '#lib/domain/exercise/exercise-checks.ts';
import { isBlankExample, type Exercise } from '#lib/domain/exercise/exercise.ts';

/** Returns, for each row, the file and the id of the check made from it; undefined for a row that cannot be read. */
export function checksOfExampleRows({ examples, language }: Exercise): ({ file: string; id: string } | undefined)[] {
	const parsedExamples = examples.map((example) =>
		isBlankExample(example) ? undefined : readExerciseExample(example)
	);
	const whole = parsedExamples.map((example) => (typeof example === 'object' ? example : undefined));
	const places = new Map<object, { file: string; id: string }>();
	for (const isHeldBack of [false, true]) {
		const file = isHeldBack ? 'private/checks/build.yaml' : 'checks/build.yaml';
		const some = whole.filter((example) => example?.isHeldBack === isHeldBack).filter((each) => each !== undefined);
		for (const { id, examples } of groupExamples(some, language))
			for (const example of examples) places.set(example, { file, id });
	}
	return whole.map((example) => example && places.get(example));
}
