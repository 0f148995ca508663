import { type Exercise, type ExerciseExample, isBlankExample } from '#lib/domain/exercise/exercise.ts';
import { m } from '#lib/paraglide/messages.js';
import type { FolderProblem } from '#lib/wire/studio.ts';
import {
	doesCheckNameValues,
	readExerciseExample,
	groupExamples,
	type ParsedExerciseExample
} from '#lib/domain/exercise/exercise-checks.ts';
import { readExampleValue, formatExampleCell } from '#lib/domain/exercise/example-values.ts';
import { findWrongTypeValue, type PlainType, findExportedFunctions } from '#lib/domain/exercise/exported-functions.ts';

export type ExerciseField = 'title' | 'brief' | 'start' | 'solution' | 'examples' | 'hints' | 'other';

export interface ExerciseFault {
	field: ExerciseField;
	/** Indices of the example table's rows that have the fault. */
	rows: number[];
	text: string;
	/** The check's original English message; absent when `text` says everything. */
	detail?: string;
}

export function exerciseFaultsOf(problems: readonly FolderProblem[], exercise: Exercise): ExerciseFault[] {
	const checksOfRows = checksOfExampleRows(exercise);
	const faults = problems.flatMap(({ file, line, message }): ExerciseFault | ExerciseFault[] => {
		const exportFaults = NOT_A_MODULE_PATTERN.test(message) ? missingExportFaultsOf(exercise) : [];
		if (exportFaults.length > 0) return exportFaults;
		const failureMatch = /fails "([\w-]+)"(?:: (.*))?$/s.exec(message);
		const rows = checksOfRows.flatMap((check, row) =>
			check?.file === file && check.id === failureMatch?.[1] ? [row] : []
		);
		if (failureMatch && rows.length > 0) {
			const [only, ...others] = rows.map((row) => exercise.examples[row]);
			const comparedResults =
				only && others.length === 0 ? readComparedResults(only, exercise.solution, failureMatch[2] ?? '') : undefined;
			if (comparedResults) return { field: 'examples', rows, text: m.studio_row_returns(comparedResults) };
			return { field: 'examples', rows, text: m.studio_row_fails(), detail: failureMatch[2] ?? '' };
		}
		const knownFault = KNOWN_FAULT_TEXTS.find(({ pattern }) => pattern.test(message));
		if (knownFault) return { field: knownFault.field, rows: [], text: knownFault.text() };
		const field = fieldOfFile(file);
		return { field, rows: [], text: field === 'other' ? file : m.studio_line({ line }), detail: message };
	});
	return faults.filter((fault, index) => faults.findIndex((other) => isSameFault(fault, other)) === index);
}

export function missingExportFaultsOf({ start, solution }: Exercise): ExerciseFault[] {
	const fieldPrograms = [
		{ field: 'start', code: start, text: m.studio_start_unexported },
		{ field: 'solution', code: solution, text: m.studio_solution_unexported }
	] as const;
	return fieldPrograms.flatMap(({ field, code, text }) => {
		const name = /^[ \t]*(?:async\s+)?function\s+([A-Za-z_$][\w$]*)\s*[(<]/m.exec(code)?.[1];
		return name === undefined || EXPORT_PATTERN.test(code) ? [] : [{ field, rows: [], text: text({ name }) }];
	});
}

const NOT_A_MODULE_PATTERN = /^File '[^']*' is not a module/;
const EXPORT_PATTERN = /^\s*export\b/m;

const isSameFault = (one: ExerciseFault, other: ExerciseFault): boolean =>
	JSON.stringify(one) === JSON.stringify(other);

const KNOWN_FAULT_TEXTS: { pattern: RegExp; field: ExerciseField; text: () => string }[] = [
	{ pattern: /checks\/build\.yaml is missing/, field: 'examples', text: m.studio_no_example },
	{ pattern: /passes its checks: nothing is left to do/, field: 'start', text: m.studio_start_passes },
	{
		pattern: NOT_A_MODULE_PATTERN,
		field: 'start',
		text: () => m.studio_start_unexported({ name: m.studio_any_name() })
	},
	{ pattern: /passes every check that is held back/, field: 'examples', text: m.studio_start_passes_held },
	{ pattern: /"build" has \d+ hints; on a/, field: 'hints', text: m.studio_too_many_hints },
	{ pattern: /"build" has \d+ characters; at most/, field: 'brief', text: m.studio_brief_long },
	{ pattern: /is taken out: a text has words/, field: 'brief', text: m.studio_brief_markup },
	{ pattern: /two checks are|two things are called/, field: 'examples', text: m.studio_same_sentence }
];

function fieldOfFile(file: string): ExerciseField {
	if (file.startsWith('start/')) return 'start';
	if (file.startsWith('private/solution/')) return 'solution';
	if (/^(private\/)?checks\/|^data\/|^scene/.test(file)) return 'examples';
	return file.startsWith('text.') ? 'brief' : 'other';
}

/** Returns the received and the expected result as table cells; undefined when the message leaves doubt about them. */
function readComparedResults(
	example: ExerciseExample,
	solution: string,
	message: string
): { received: string; expected: string } | undefined {
	const parsedExample = readExerciseExample(example);
	const [comparedText = '', expectedText, ...more] = message.split(' to equal ');
	if (
		typeof parsedExample === 'string' ||
		expectedText === undefined ||
		more.length > 0 ||
		!comparedText.startsWith('expected ')
	)
		return undefined;
	const receivedText = comparedText.slice('expected '.length);
	const printedText = doesCheckNameValues(parsedExample, solution)
		? findLastPropertyValue(receivedText, parsedExample.function)
		: receivedText;
	if (printedText === undefined || printedText.includes('…')) return undefined;
	const receivedValue = printedText.startsWith('"') ? readExampleValue(printedText) : undefined;
	const receivedCell = receivedValue === undefined ? printedText : formatExampleCell(receivedValue);
	const expectedCell = formatExampleCell(parsedExample.returns);
	return receivedCell === expectedCell ? undefined : { received: receivedCell, expected: expectedCell };
}

/** Returns the value of a printed object's last property; undefined when the property's name occurs more than once. */
function findLastPropertyValue(printedObject: string, name: string): string | undefined {
	const partsAroundName = printedObject.split(`${name}: `);
	const [textBefore = '', valueAndRest] = partsAroundName;
	if (partsAroundName.length !== 2 || valueAndRest === undefined || !/^\{\s+(?:.*,\s+)?$/s.test(textBefore))
		return undefined;
	return /^(.*\S)\s+\}$/s.exec(valueAndRest)?.[1];
}

/** Returns, for each row, the file and id of the check made from the row; undefined for a row that cannot be read. */
function checksOfExampleRows({ examples, language }: Exercise): ({ file: string; id: string } | undefined)[] {
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

const EXPECTED_TYPE_TEXTS: Record<PlainType, () => string> = {
	boolean: m.studio_wanted_boolean,
	number: m.studio_wanted_number,
	string: m.studio_wanted_string
};

/** Returns a sentence about the first value of a wrong type; undefined when every value fits or the types are unclear. */
export function describeValueTypeFault(
	{ function: name, given }: ParsedExerciseExample,
	{ solution, start }: Pick<Exercise, 'solution' | 'start'>
): string | undefined {
	const misfitValue = findWrongTypeValue(name, given, [solution, start]);
	if (!misfitValue) return undefined;
	const { value } = misfitValue;
	const messageInputs = {
		value: typeof value === 'string' ? value : formatExampleCell(value),
		name: misfitValue.name,
		wanted: EXPECTED_TYPE_TEXTS[misfitValue.wanted]()
	};
	if (typeof value === 'string') return m.studio_misfit_text(messageInputs);
	return typeof value === 'number' ? m.studio_misfit_number(messageInputs) : m.studio_misfit_other(messageInputs);
}

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
