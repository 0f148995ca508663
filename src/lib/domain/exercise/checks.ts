/** Turns the examples of an exercise into checks: one for each sentence, with its examples. */
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

/** What is wrong with a row of the table; `given` and `returns` are cells. */
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

/** Writes a call as it stands in a program. */
export const callOf = ({ function: name, given }: Pick<ReadExample, 'function' | 'given'>): string =>
	`${name}(${given.map(inProgram).join(', ')})`;

/** The sentence that is shown where a teacher wrote none. */
export const usualSentence = (example: ReadExample, language: Language): string =>
	EXERCISE_WORDS[language].says(callOf(example), writeValue(example.returns));

/** Examples with the same function and sentence, which are one check. */
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

/** Writes a check file; undefined where there is no example for it. */
export function checksFile(examples: ReadExample[], solution: string, language: Language): string | undefined {
	if (examples.length === 0) return undefined;
	const checks = groupExamples(examples, language).map((group) => ({
		...group,
		examples: group.examples.map((example) => ({ given: givenOf(example, solution), returns: example.returns }))
	}));
	return stringify(checks, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** Names the values by the parameters where the solution has as many, so that a failed check says for which. */
function givenOf({ function: name, given }: ReadExample, solution: string): TypedValue[] | Record<string, TypedValue> {
	const { parameters = [] } = exportedFunctions(solution).find((each) => each.name === name) ?? {};
	const isNamed =
		parameters.length > 0 && parameters.length === given.length && new Set(parameters).size === given.length;
	// A property of that name would stand for what the function returns.
	if (!isNamed || parameters.includes(name)) return given;
	return Object.fromEntries(parameters.map((parameter, index) => [parameter, given[index] ?? null]));
}
