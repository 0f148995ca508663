/** Puts the problems that the check found in an exercise into plain words, each with its field of the form. */
import type { Exercise } from '#lib/domain/exercise/exercise.ts';
import { m } from '#lib/paraglide/messages.js';
import type { FolderProblem } from '#lib/wire/studio.ts';
import { readComparedResults } from './compared-results.ts';
import { checksOfExampleRows } from './example-rows.ts';

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

/** Returns a fault for each of start and solution that does not export the exercise's function. */
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
