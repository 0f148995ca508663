/** Turns the examples of an exercise into checks, one check for each sentence. */
import { stringify } from 'yaml';
import type { Language } from '../language.ts';
import { exportedFunctions } from './code.ts';
import { isBlank, type Exercise, type ExerciseExample } from './exercise.ts';
import type { TypedValue } from './typed-value.ts';
import { inProgram, readValue, readValues, writeValue } from './values.ts';
import { EXERCISE_WORDS } from './words.ts';

export interface ReadExample {
	function: string;
	given: TypedValue[];
	returns: TypedValue;
	because: string;
	isHeldBack: boolean;
}

/** The cell of a row that cannot be read. */
type ExampleFault = 'function' | 'given' | 'returns';

/** Reads a row, or says which cell cannot be read. */
export function readExample(example: ExerciseExample): ReadExample | ExampleFault {
	const { because, isHeldBack } = example;
	const name = example.function.trim();
	if (!/^[A-Za-z_$][\w$]*$/.test(name)) return 'function';
	const given = readValues(example.given);
	if (given === undefined) return 'given';
	const returns = readValue(example.returns);
	return returns === undefined ? 'returns' : { function: name, given, returns, because: because.trim(), isHeldBack };
}

/** Returns the rows that can be read. */
export function readExamples({ examples }: Pick<Exercise, 'examples'>): ReadExample[] {
	return examples
		.filter((example) => !isBlank(example))
		.map(readExample)
		.filter((read): read is ReadExample => typeof read === 'object');
}

/** Writes an example's call as in a program. */
export const callOf = ({ function: name, given }: Pick<ReadExample, 'function' | 'given'>): string =>
	`${name}(${given.map(inProgram).join(', ')})`;

/** Returns the sentence that is shown for an example where the teacher wrote none. */
export const usualSentence = (example: ReadExample, language: Language): string =>
	EXERCISE_WORDS[language].says(callOf(example), writeValue(example.returns));

/** A check: the examples that have the same function and the same sentence. */
interface ExampleGroup {
	id: string;
	because: string;
	function: string;
	examples: ReadExample[];
}

export function groupExamples(examples: ReadExample[], language: Language): ExampleGroup[] {
	const groups = new Map<string, ExampleGroup>();
	for (const example of examples) {
		const because = example.because || usualSentence(example, language);
		const key = JSON.stringify([example.function, because]);
		const id = `example-${groups.size + 1}`;
		const group = groups.get(key) ?? { id, because, function: example.function, examples: [] };
		group.examples.push(example);
		groups.set(key, group);
	}
	return [...groups.values()];
}

/** Writes the check file of these examples; undefined when there are none. */
export function checksFile(examples: ReadExample[], solution: string, language: Language): string | undefined {
	if (examples.length === 0) return undefined;
	const checks = groupExamples(examples, language).map((group) => ({
		...group,
		examples: group.examples.map((example) => ({ given: givenOf(example, solution), returns: example.returns }))
	}));
	return stringify(checks, { lineWidth: 0, aliasDuplicateObjects: false });
}

/**
 * Returns an example's values, named by the solution's parameters when their number is the same, so that a failed check can say for which
 * values it failed.
 */
function givenOf({ function: name, given }: ReadExample, solution: string): TypedValue[] | Record<string, TypedValue> {
	const { parameters = [] } = exportedFunctions(solution).find((each) => each.name === name) ?? {};
	const isNamed =
		parameters.length > 0 && parameters.length === given.length && new Set(parameters).size === given.length;
	// With the function's own name as a parameter, that value could not be told from what the function returns: leave the values unnamed.
	if (!isNamed || parameters.includes(name)) return given;
	return Object.fromEntries(parameters.map((parameter, index) => [parameter, given[index] ?? null]));
}
