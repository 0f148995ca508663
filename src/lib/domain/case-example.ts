import type { Language } from './language.ts';
import { readPlainNumber, type LabelAndUnit } from './plain-words.ts';
import type { ProblemCase } from './problem-card.ts';

export type CaseValue = number | boolean | string;

/** An example function with its good and its bad case. It returns the last figure of the card, and is given the figures before. */
export interface CaseExample {
	function: string;
	parameters: string[];
	/** Labels and units of the card's figures, by their names in the program; the unit is empty where a figure has none. */
	words: Record<string, LabelAndUnit>;
	/** Number of figures on the card that are left out, because a function is given only the first few. */
	leftOutCount: number;
	good: { given: CaseValue[]; returns: CaseValue };
	bad: { given: CaseValue[]; returns: CaseValue };
}

/** Matches a number, perhaps with its unit: `12`, `2,5 °C`, `1 250 €`. */
const NUMBER_WITH_UNIT_PATTERN = /^([-+−]?\d(?:[\d\s.,]*\d)?)\s*([\p{L}°%€/²³]*)\.?$/u;
const YES_WORD_PATTERN = /^(?:oui|yes)$/i;
const NO_WORD_PATTERN = /^(?:non|no)$/i;
/** Upper limit of values that an example gives to its function, as in the author's command. */
const MOST_GIVEN_VALUES = 4;
const LONGEST_IDENTIFIER = 24;

/**
 * Makes one example function of a card's cases; `language` is that of the card. Returns undefined when fewer than two rows are
 * complete, when two figures get the same name, when no given figure is a number, or when the cases' types differ.
 */
export function createCaseExample(cases: readonly ProblemCase[], language: Language): CaseExample | undefined {
	const rows = cases.filter(({ label, good, bad }) => [label, good, bad].every((cell) => cell !== ''));
	const [last, ...before] = rows.toReversed();
	const givenRows = before.toReversed().slice(0, MOST_GIVEN_VALUES);
	const names = givenRows.map(({ label }, at) => createCodeIdentifier(label) || `value${at + 1}`);
	const name = last && (createCodeIdentifier(last.label) || 'result');
	if (last === undefined || name === undefined || new Set([name, ...names]).size <= names.length) return undefined;
	const exampleCallOfCase = (which: 'good' | 'bad') => ({
		given: givenRows.map((row) => readCaseValue(row[which], language)),
		returns: readCaseValue(last[which], language)
	});
	const words = Object.fromEntries(
		[...givenRows, last].map((row, at) => [
			names[at] ?? name,
			{ label: row.label, unit: unitOfCell(row.bad) || unitOfCell(row.good) }
		])
	);
	const example = {
		function: name,
		parameters: names,
		words,
		leftOutCount: before.length - givenRows.length,
		good: exampleCallOfCase('good'),
		bad: exampleCallOfCase('bad')
	};
	const isMeasured = [example.good, example.bad].every((one) => one.given.some((value) => typeof value === 'number'));
	return isMeasured && haveCasesSameTypes(example) ? example : undefined;
}

export function formatBadCaseCall({ function: name, parameters, bad }: CaseExample): string {
	const argumentTexts = bad.given.map((value, at) => `${parameters[at]}: ${formatValueAsCode(value)}`);
	return `${name}(${argumentTexts.join(', ')}) = ${formatValueAsCode(bad.returns)}`;
}

function haveCasesSameTypes({ good, bad }: CaseExample): boolean {
	const valueTypesOf = ({ given, returns }: CaseExample['good']) =>
		[...given, returns].map((value) => typeof value).join();
	return valueTypesOf(good) === valueTypesOf(bad);
}

function readCaseValue(cell: string, language: Language): CaseValue {
	const text = cell.trim();
	const number = readPlainNumber(NUMBER_WITH_UNIT_PATTERN.exec(text)?.[1] ?? '', language);
	if (number !== undefined) return number;
	return YES_WORD_PATTERN.test(text) || NO_WORD_PATTERN.test(text) ? YES_WORD_PATTERN.test(text) : text;
}

const unitOfCell = (cell: string): string => NUMBER_WITH_UNIT_PATTERN.exec(cell.trim())?.[2] ?? '';

/** Makes an identifier for a program from a label: `Pains du mardi` becomes `painsDuMardi`. */
function createCodeIdentifier(label: string): string {
	const words = label
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.split(/[^A-Za-z0-9]+/)
		.filter((word) => word !== '');
	const name = words
		.map((word, at) => (at === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1)))
		.join('');
	if (!/^[a-z]/.test(name)) return '';
	return RESERVED_WORDS.has(name) ? `${name}Value` : name.slice(0, LONGEST_IDENTIFIER);
}

function formatValueAsCode(value: CaseValue): string {
	return typeof value === 'string' ? `'${value.replaceAll("'", '’')}'` : String(value);
}

export const RESERVED_WORDS: ReadonlySet<string> = new Set(
	`arguments await break case catch class const continue debugger default delete do else enum eval export extends false
	finally for function if implements import in instanceof interface let new null package private protected public return
	static super switch this throw true try type typeof undefined var void while with yield`.split(/\s+/)
);
