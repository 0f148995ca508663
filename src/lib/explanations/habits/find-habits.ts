import {
	blankCommentsAndTexts,
	isDeclaredName,
	isDeclaredAround,
	isDeclaredByStatement,
	isDeclaredTwice,
	isFunctionName,
	isListName,
	isParameterName,
	collectProgramTypes
} from './program-text.ts';
import { findExtraParenthesis, findForgottenObject, findListSlice, findUntypedTextVariable } from './habit-finders.ts';
import {
	quotedNamesIn,
	wordAt,
	type FoundHabit,
	type HabitFinder,
	type SearchedProgram,
	type TypeScriptError,
	type HabitRule,
	isSyntaxError
} from './habit-rule.ts';
import type { Habit } from '../explanation.ts';
import { MODULE_HABIT_RULES, SIGN_HABIT_RULES, STRUCTURE_HABIT_RULES } from './syntax-rules.ts';
import { NAME_HABIT_RULES } from './name-rules.ts';
import { describeFileContext, type ProgramKind, type FileContext } from './file-context.ts';
import { UNREPORTED_HABIT_RULES } from './unreported-habits.ts';

const UNCLOSED_TEXT_ERROR_CODE = 1002;
const EXPORT_TWICE_ERROR_CODE = 2323;
const FUNCTION_TWICE_ERROR_CODE = 2393;

/** Leaves out errors on lines after a text that is never closed, because those lines may be part of the text. */
function dropErrorsAfterUnclosedText(
	errors: readonly TypeScriptError[],
	findLine: (place: number) => number
): readonly TypeScriptError[] {
	const openText = errors.find(({ code }) => code === UNCLOSED_TEXT_ERROR_CODE);
	return openText ? errors.filter(({ start }) => findLine(start) <= findLine(openText.start)) : errors;
}

/** Keeps only the first syntax error, or none once a habit explains one, because TypeScript misreads the rest of the text. */
function dropMisreadErrors(errors: TypeScriptError[], foundHabits: FoundHabit[]): TypeScriptError[] {
	const isSyntaxExplained = foundHabits.some(
		({ reportedError }) => reportedError !== undefined && isSyntaxError(reportedError)
	);
	const [first] = errors.filter(isSyntaxError);
	const isFunctionTwice = errors.some(({ code }) => code === FUNCTION_TWICE_ERROR_CODE);
	return errors.filter((error) =>
		isSyntaxError(error)
			? !isSyntaxExplained && error === first
			: !(isFunctionTwice && error.code === EXPORT_TWICE_ERROR_CODE)
	);
}

export interface HabitSearchResult {
	foundHabits: FoundHabit[];
	unexplainedErrors: TypeScriptError[];
}

/** All rules in order: a line's habit is that of the first rule that fits. */
const ALL_HABIT_RULES: readonly HabitRule[] = [
	...MODULE_HABIT_RULES,
	...STRUCTURE_HABIT_RULES,
	...SIGN_HABIT_RULES,
	...NAME_HABIT_RULES,
	...UNREPORTED_HABIT_RULES
];
const HABIT_FINDERS_BEFORE_RULES: readonly HabitFinder[] = [
	findForgottenObject,
	findUntypedTextVariable,
	findListSlice
];
const HABIT_FINDERS_AFTER_RULES: readonly HabitFinder[] = [findExtraParenthesis];
const MISSING_IMPORT_ERROR_CODES = [2304, 2552];
const DRAW_MODULE = 'braise/draw';
const HABITS_ABOUT_NAMES = new Set<Habit>([
	'constMissing',
	'functionAsValue',
	'importGone',
	'quotesMissing',
	'colourQuotes'
]);

export function findHabits(
	text: string,
	reportedErrors: readonly TypeScriptError[],
	fileContext: FileContext
): HabitSearchResult {
	const { moduleByExport } = fileContext;
	const bareText = blankCommentsAndTexts(text);
	const program: SearchedProgram = {
		text,
		bareText,
		fileContext,
		types: collectProgramTypes(reportedErrors.length > 0 ? [...fileContext.otherTexts, text] : [])
	};
	const findLine = createLineFinder(text);
	const errors = dropErrorsAfterUnclosedText(reportedErrors, findLine).map((error) => ({
		error,
		line: findLine(error.start)
	}));
	const errorsByLine = new Map<number, typeof errors>();
	for (const each of errors) errorsByLine.set(each.line, [...(errorsByLine.get(each.line) ?? []), each]);
	const habitByLine = new Map<number, FoundHabit>();
	const explainedCodes = new Set<number>();
	const addHabit = (line: number, habit: FoundHabit, rule?: HabitRule) => {
		if (habitByLine.has(line)) return;
		habitByLine.set(line, habit);
		for (const code of rule?.explainedCodes ?? []) explainedCodes.add(code);
	};
	const addFoundHabits = (finders: readonly HabitFinder[]) => {
		for (const finder of finders) {
			for (const { error, line } of errors) {
				const habit = finder(error, program);
				if (habit) addHabit(line, habit);
			}
		}
	};

	const addMissingImports = (isSearchedModule: (module: string) => boolean) => {
		for (const { error, line } of errors) {
			const name = wordAt(text, error.start);
			const module =
				MISSING_IMPORT_ERROR_CODES.includes(error.code) && Object.hasOwn(moduleByExport, name)
					? moduleByExport[name]
					: undefined;
			if (module === undefined || !isSearchedModule(module)) continue;
			const place = { start: error.start, length: error.length, reportedError: error };
			addHabit(line, { habit: 'importGone', names: [name, module], ...place });
		}
	};

	// Look first at modules that the file imports already: more names of them are likely to be missing.
	addMissingImports((module) => text.includes(`'${module}'`) || text.includes(`"${module}"`));
	addFoundHabits(HABIT_FINDERS_BEFORE_RULES);
	for (const rule of ALL_HABIT_RULES) {
		if (rule.kinds?.includes(fileContext.kind) === false) continue;
		const fittingErrors = errors.filter(({ error }) => doesRuleFitError(rule, error));
		if (rule.codes !== undefined && fittingErrors.length === 0) continue;
		if (rule.pattern === undefined) {
			for (const { error, line } of fittingErrors) {
				const names = quotedNamesIn(error.message);
				const { start, length } = error;
				addHabit(line, { habit: rule.habit, names, start, length, reportedError: error }, rule);
			}
			continue;
		}
		for (const match of (rule.includesTexts ? text : bareText).matchAll(rule.pattern)) {
			const place = locateHabitMatch(match, text);
			const line = findLine(place.start);
			if (habitByLine.has(line)) continue;
			const errorsOnLine = errorsByLine.get(line) ?? [];
			const cause =
				rule.errorPlace === 'file'
					? fittingErrors[0]
					: errorsOnLine.find(
							({ error }) => doesRuleFitError(rule, error) && doesErrorPlaceFit(rule, error, place.start)
						);
			if (rule.codes !== undefined && cause === undefined) continue;
			const names = chooseNamesForSentence(rule, place, program);
			if (names === undefined) continue;
			const reportedError = (cause ?? errorsOnLine[0])?.error;
			addHabit(line, { habit: rule.habit, ...place, names, ...(reportedError ? { reportedError } : {}) }, rule);
		}
	}
	addFoundHabits(HABIT_FINDERS_AFTER_RULES);
	// Leave out the drawing module: a sketch needs no import from it, and other programs do not draw.
	addMissingImports((module) => module !== DRAW_MODULE);

	const foundHabits = dropRepeatedNameHabits([...habitByLine.values()].sort((one, other) => one.start - other.start));
	const foundNames = new Set(foundHabits.map(({ names }) => names[0]));
	const isNameOfFoundHabit = (error: TypeScriptError) =>
		MISSING_IMPORT_ERROR_CODES.includes(error.code) && foundNames.has(wordAt(text, error.start));
	const remainingErrors = errors.filter(
		({ error, line }) => !habitByLine.has(line) && !explainedCodes.has(error.code) && !isNameOfFoundHabit(error)
	);
	return {
		foundHabits,
		unexplainedErrors: dropMisreadErrors(
			remainingErrors.map(({ error }) => error),
			foundHabits
		)
	};
}

function dropRepeatedNameHabits(foundHabits: FoundHabit[]): FoundHabit[] {
	return foundHabits.filter(({ habit, names }, at) => {
		return !HABITS_ABOUT_NAMES.has(habit) || foundHabits.findIndex((other) => other.names[0] === names[0]) === at;
	});
}

function doesRuleFitError({ codes, message }: HabitRule, error: TypeScriptError): boolean {
	if (codes === undefined) return false;
	return (codes === 'any' || codes.includes(error.code)) && (message?.test(error.message) ?? true);
}

function doesErrorPlaceFit({ errorPlace }: HabitRule, error: TypeScriptError, start: number): boolean {
	if (errorPlace === 'after') return error.start >= start;
	return errorPlace !== 'here' || error.start === start;
}

/** Names are read from the original text, because `bareText` has blanks inside of strings. */
function locateHabitMatch(match: RegExpExecArray, text: string): { start: number; length: number; names: string[] } {
	const groups = match.indices?.groups ?? {};
	const [start, end] = groups['at'] ?? [match.index, match.index + match[0].length];
	const names = [...'abcde'].flatMap((letter) => {
		const span = groups[letter];
		return span === undefined ? [] : [text.slice(...span).trim()];
	});
	return { start, length: Math.max(1, end - start), names };
}

/** Returns the found names and the name to write instead; undefined when the rule does not apply to the found name. */
function chooseNamesForSentence(
	{ replacements, replacesDeclaredNames, nameKind }: HabitRule,
	{ names, start }: { names: string[]; start: number },
	{ bareText, fileContext }: SearchedProgram
): string[] | undefined {
	const [name = ''] = names;
	if (nameKind !== undefined)
		return NAME_PREDICATE_BY_KIND[nameKind](name, bareText, start, fileContext) ? names : undefined;
	if (replacements === undefined) return names;
	if (!Object.hasOwn(replacements, name)) return undefined;
	if (!replacesDeclaredNames && isDeclaredName(name, bareText)) return undefined;
	return [name, replacements[name] ?? ''];
}

const NAME_PREDICATE_BY_KIND: Record<
	NonNullable<HabitRule['nameKind']>,
	(name: string, bareText: string, place: number, fileContext: FileContext) => boolean
> = {
	function: (name, bareText, _, { moduleByExport }) => isFunctionName(name, bareText, moduleByExport),
	declared: isDeclaredByStatement,
	declaredAround: isDeclaredAround,
	declaredTwice: isDeclaredTwice,
	parameter: isParameterName,
	list: isListName,
	hidesImportable: (name, bareText, _, { moduleByExport }) =>
		Object.hasOwn(moduleByExport, name) && isDeclaredByStatement(name, bareText)
};

function createLineFinder(text: string): (place: number) => number {
	const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
	return (place) => {
		let [low, high] = [0, lineStarts.length];
		while (high - low > 1) {
			const middle = (low + high) >> 1;
			if ((lineStarts[middle] ?? 0) <= place) low = middle;
			else high = middle;
		}
		return low + 1;
	};
}

/** Looks for a call too, because some rules apply only to calls. */
export function findHabitOfUnknownName(name: string, kind: ProgramKind): FoundHabit | undefined {
	return [name, `${name}()`]
		.flatMap((text) => {
			const error = { code: 2304, start: 0, length: name.length, message: '' };
			return findHabits(text, [error], describeFileContext(kind)).foundHabits;
		})
		.at(0);
}
