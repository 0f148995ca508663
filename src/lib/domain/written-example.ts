/** An example as a student writes it in a step "catch": texts in cells, which are data and never code. */
import * as v from 'valibot';
import type { ExampleFunction } from './challenge.ts';
import type { ExampleJsonValue } from './exercise/exercise.ts';
import { PastedValueReader } from './pasted-value.ts';

export const MOST_WRITTEN_EXAMPLES = 20;
export const LONGEST_EXAMPLE_CELL = 300;
const MOST_PARAMETERS = 12;
const LONGEST_FUNCTION_NAME = 100;

const exampleCellSchema = v.pipe(v.string(), v.maxLength(LONGEST_EXAMPLE_CELL));
const writtenExampleSchema = v.object({
	function: v.pipe(v.string(), v.maxLength(LONGEST_FUNCTION_NAME)),
	given: v.pipe(v.array(exampleCellSchema), v.maxLength(MOST_PARAMETERS)),
	/** The expected return value, as typed; also kept while `throws` is chosen instead. */
	returns: exampleCellSchema,
	/** Set when the function is expected to throw an error instead of returning a value. */
	throws: v.exactOptional(v.literal(true))
});
export type WrittenExample = v.InferOutput<typeof writtenExampleSchema>;
export const writtenExamplesSchema = v.pipe(v.array(writtenExampleSchema), v.maxLength(MOST_WRITTEN_EXAMPLES));

/** Why a cell cannot be read. `word`: JSON has no such value, for example NaN. */
export type ExampleCellFault = 'empty' | 'comma' | 'word' | 'open' | 'unclear';

/** `at`: the index of the parameter whose cell is wrong, or RESULT_CELL_INDEX. `'function'`: the step has no function of that name. */
export type ExampleFault = { at: number; fault: ExampleCellFault } | 'function';

export type ReadableExample = { function: string; given: ExampleJsonValue[] } & (
	| { returns: ExampleJsonValue; throws?: never }
	| { throws: true; returns?: never }
);

/** Index that stands for the cell of the result, since the parameters' cells count from 0. */
export const RESULT_CELL_INDEX = -1;
const PLAIN_TEXT_PATTERN = /^\p{L}[\p{L}\p{N} ’'_-]*$/u;
const NON_JSON_WORDS = ['NaN', 'Infinity', 'undefined'];

/** Reads a cell such as `9`, `"ok"`, `ok`, `[5, 9]` or `{ "a": 1 }`; its value can be written as JSON. */
export function readExampleCell(typedText: string): { value: ExampleJsonValue } | { fault: ExampleCellFault } {
	const text = typedText.trim();
	if (text === '') return { fault: 'empty' };
	if (text.length > LONGEST_EXAMPLE_CELL) return { fault: 'unclear' };
	if (NON_JSON_WORDS.includes(text.replace(/^[-+]\s*/, ''))) return { fault: 'word' };
	const reader = new PastedValueReader(text);
	const value = reader.readValue();
	if (value !== undefined && reader.rest === '') return { value };
	if (PLAIN_TEXT_PATTERN.test(text)) return { value: text };
	if (/^[-+]?\d+,\d+$/.test(text)) return { fault: 'comma' };
	return { fault: /^[[{("']/.test(text) ? 'open' : 'unclear' };
}

/** Reads an example of one of these functions, or says why it cannot be read: the first fault from left to right. */
export function readWrittenExample(
	{ function: name, given, returns, throws }: WrittenExample,
	functions: readonly ExampleFunction[]
): { example: ReadableExample } | { fault: ExampleFault } {
	const calledFunction = functions.find((each) => each.name === name);
	if (calledFunction === undefined) return { fault: 'function' };
	const values: ExampleJsonValue[] = [];
	for (const at of calledFunction.parameters.keys()) {
		const cellResult = readExampleCell(given[at] ?? '');
		if ('fault' in cellResult) return { fault: { at, fault: cellResult.fault } };
		values.push(cellResult.value);
	}
	if (throws) return { example: { function: name, given: values, throws } };
	const returnsResult = readExampleCell(returns);
	if ('fault' in returnsResult) return { fault: { at: RESULT_CELL_INDEX, fault: returnsResult.fault } };
	return { example: { function: name, given: values, returns: returnsResult.value } };
}

export function createEmptyWrittenExample({ name, parameters }: ExampleFunction): WrittenExample {
	return { function: name, given: parameters.map(() => ''), returns: '' };
}

export const isEmptyWrittenExample = ({ given, returns, throws }: WrittenExample): boolean =>
	!throws && [...given, returns].every((cell) => cell.trim() === '');

export function countReadableExamples(
	examples: readonly WrittenExample[],
	functions: readonly ExampleFunction[]
): number {
	return examples.filter((each) => 'example' in readWrittenExample(each, functions)).length;
}

const savedCatchStepSchema = v.object({
	id: v.string(),
	kind: v.literal('catch'),
	examples: v.fallback(writtenExamplesSchema, [])
});
const savedLessonSchema = v.object({ steps: v.array(v.unknown()) });

/** Returns the examples in a saved lesson by step; none for a step whose examples are too many or malformed. */
export function readExamplesByStep(lesson: unknown): Map<string, WrittenExample[]> {
	const parseResult = v.safeParse(savedLessonSchema, lesson);
	if (!parseResult.success) return new Map();
	return new Map(
		parseResult.output.steps.flatMap((each): [string, WrittenExample[]][] => {
			const step = v.safeParse(savedCatchStepSchema, each);
			return step.success ? [[step.output.id, step.output.examples]] : [];
		})
	);
}
