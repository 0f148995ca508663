import { stringify } from 'yaml';
import type { Language } from '../language.ts';
import { findExportedFunctions } from './exported-functions.ts';
import { isBlankExample, type Exercise, type ExerciseExample, type ExampleJsonValue } from './exercise.ts';
import { formatExampleValueCode, readExampleValue, readExampleValues, formatExampleCell } from './example-values.ts';
import { EXERCISE_FOLDER_TEXTS } from './folder-texts.ts';

export interface ParsedExerciseExample {
	function: string;
	given: ExampleJsonValue[];
	returns: ExampleJsonValue;
	because: string;
	isHeldBack: boolean;
}

type UnreadableExampleCell = 'function' | 'given' | 'returns';

export function readExerciseExample(example: ExerciseExample): ParsedExerciseExample | UnreadableExampleCell {
	const { because, isHeldBack } = example;
	const name = example.function.trim();
	if (!/^[A-Za-z_$][\w$]*$/.test(name)) return 'function';
	const givenValues = readExampleValues(example.given);
	if (givenValues === undefined) return 'given';
	const returns = readExampleValue(example.returns);
	return returns === undefined
		? 'returns'
		: { function: name, given: givenValues, returns, because: because.trim(), isHeldBack };
}

export function readExerciseExamples({ examples }: Pick<Exercise, 'examples'>): ParsedExerciseExample[] {
	return examples
		.filter((example) => !isBlankExample(example))
		.map(readExerciseExample)
		.filter((read): read is ParsedExerciseExample => typeof read === 'object');
}

export const formatExerciseExampleCall = ({
	function: name,
	given
}: Pick<ParsedExerciseExample, 'function' | 'given'>): string =>
	`${name}(${given.map(formatExampleValueCode).join(', ')})`;

/** Returns the sentence that is shown for an example where the teacher wrote none. */
export const writeDefaultExampleSentence = (example: ParsedExerciseExample, language: Language): string =>
	EXERCISE_FOLDER_TEXTS[language].exampleSentence(
		formatExerciseExampleCall(example),
		formatExampleCell(example.returns)
	);

/** The examples of one check, which have the same function and the same sentence. */
interface ExerciseCheckGroup {
	id: string;
	because: string;
	function: string;
	examples: ParsedExerciseExample[];
}

export function groupExamples(examples: ParsedExerciseExample[], language: Language): ExerciseCheckGroup[] {
	const groupByKey = new Map<string, ExerciseCheckGroup>();
	for (const example of examples) {
		const because = example.because || writeDefaultExampleSentence(example, language);
		const groupKey = JSON.stringify([example.function, because]);
		const id = `example-${groupByKey.size + 1}`;
		const group = groupByKey.get(groupKey) ?? { id, because, function: example.function, examples: [] };
		group.examples.push(example);
		groupByKey.set(groupKey, group);
	}
	return [...groupByKey.values()];
}

/** Writes the check file of these examples; undefined when there are none. */
export function formatExerciseChecks(
	examples: ParsedExerciseExample[],
	solution: string,
	language: Language
): string | undefined {
	if (examples.length === 0) return undefined;
	const checks = groupExamples(examples, language).map((group) => ({
		...group,
		examples: group.examples.map((example) => ({
			given: givenValuesForCheck(example, solution),
			returns: example.returns
		}))
	}));
	return stringify(checks, { lineWidth: 0, aliasDuplicateObjects: false });
}

/**
 * Returns an example's values, named by the solution's parameters when their number is the same, so that a failed check can say for which
 * values it failed.
 */
function givenValuesForCheck(
	example: ParsedExerciseExample,
	solution: string
): ExampleJsonValue[] | Record<string, ExampleJsonValue> {
	if (!doesCheckNameValues(example, solution)) return example.given;
	return Object.fromEntries(
		solutionParametersOf(example, solution).map((parameter, index) => [parameter, example.given[index] ?? null])
	);
}

const solutionParametersOf = ({ function: name }: ParsedExerciseExample, solution: string): string[] =>
	findExportedFunctions(solution).find((each) => each.name === name)?.parameters ?? [];

export function doesCheckNameValues(example: ParsedExerciseExample, solution: string): boolean {
	const parameters = solutionParametersOf(example, solution);
	const count = example.given.length;
	const isNamed = count > 0 && parameters.length === count && new Set(parameters).size === count;
	// A parameter with the function's own name could not be told from what the function returns: leave the values unnamed.
	return isNamed && !parameters.includes(example.function);
}
