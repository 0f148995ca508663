import { RESERVED_WORDS } from '#lib/domain/case-example.ts';
import { ArgumentError } from '../arguments.ts';
import type { Language } from '#lib/domain/language.ts';

export interface ProgramExample {
	given: ExampleArgument[];
	returns: ExampleValue;
}

export interface ProgramCheck {
	because: Record<Language, string>;
	examples: ProgramExample[];
}

interface ProgramMutant {
	id: string;
	replace: string;
	by: string;
}

export interface NewChallengeProgram {
	/** The value that the program returns before a student has changed it. */
	startAnswer: ExampleValue;
	startLines: string[];
	solutionLines: string[];
	/** Wrong programs. Each fails at least one check, and passes another. */
	mutants: ProgramMutant[];
	checks: ProgramCheck[];
	heldBackChecks: ProgramCheck[];
	/** The call whose result a student predicts, and the answers to choose from. */
	prediction: { given: ExampleArgument[]; answers: ExampleValue[] };
	sceneRows: ProgramExample[];
	/** Cases of the decision. In some of them, a person needs another answer than the rule gives. */
	decisionCases: ProgramExample[];
	/** For a line: its values, the right band, and the words for values outside of the band. */
	band?: ValueBand;
	/** For a round: its stops, of which the first is the beginning. */
	stops?: RoundStopValue[];
	/** For a round: a little more than the kilometres that the solution needs. */
	mostKilometres?: number;
}

interface ValueBand {
	values: number[];
	from: number;
	to: number;
	belowAnswer: string;
	rightAnswer: string;
	aboveAnswer: string;
	handSetting: { min: number; max: number; step: number; start: number };
}

/** Writes a value in the notation of a program. Texts of examples contain no quote and no backslash. */
export function formatAsCode(value: ExampleArgument): string {
	if (typeof value === 'string') return `'${value}'`;
	if (typeof value !== 'object') return String(value);
	if (Array.isArray(value)) return `[${value.map(formatAsCode).join(', ')}]`;
	const { name, x, y, minutes } = value;
	return `{ name: '${name}', x: ${x}, y: ${y}, minutes: ${minutes} }`;
}

/** Writes a value for a sentence. French numbers have a comma. */
export function formatForSentence(value: ExampleArgument, language: Language): string {
	const code = formatAsCode(value);
	return typeof value === 'number' && language === 'fr' ? code.replace('.', ',') : code;
}

export function roundDecimals(number: number, decimals: number): number {
	return Number(number.toFixed(decimals));
}

export type ExampleValue = number | string | boolean;

export interface RoundStopValue {
	name: string;
	x: number;
	y: number;
	minutes: number;
}

export type ExampleArgument = ExampleValue | RoundStopValue | RoundStopValue[];

interface NamedArgument {
	name: string;
	value: ExampleArgument;
}

export interface CallExample {
	name: string;
	given: NamedArgument[];
	returns: ExampleValue;
}

const EXAMPLE_CALL_PATTERN = /^\s*([a-zA-Z]\w*)\s*\((.*)\)\s*=\s*(.+?)\s*$/s;
/** Matches one given value: a text in quotes, or the text between two commas. */
const GIVEN_VALUE_PATTERN = /\s*(?:([a-zA-Z]\w*)\s*:)?\s*('[^']*'|"[^"]*"|[^,'"]+?)\s*(?:,|$)/y;
const NAME_PATTERN = /^[a-zA-Z][a-zA-Z0-9]*$/;
/** Upper limits of the number of given values and of the characters of each name or text, so that a phone can show the call. */
const MAX_GIVEN_VALUES = 4;
const MAX_TEXT_CHARACTERS = 24;
const MAX_NUMBER = 1_000_000;
const MAX_DECIMALS = 4;

const CALL_NOTATION_SAMPLE = 'trays(meals: 9) = 2';

/** Reads `name(given: value, …) = value`. Throws `ArgumentError`, whose message says what to write. */
export function readCallExample(text: string): CallExample {
	const [, name = '', list = '', answer = ''] = EXAMPLE_CALL_PATTERN.exec(text) ?? [];
	if (name === '')
		throw new ArgumentError(
			`"${text}" is no example: write a function, what it is given and what it returns, ${CALL_NOTATION_SAMPLE}`
		);
	const values = readGivenValues(list);
	const allNames = [name, ...values.map((one) => one.name)];
	for (const one of allNames) requireProgramName(one);
	const repeatedName = allNames.find((one, index) => allNames.indexOf(one) < index);
	if (repeatedName !== undefined) throw new ArgumentError(`two things are called "${repeatedName}" in the example`);
	if (!values.some(({ value }) => typeof value === 'number'))
		throw new ArgumentError(
			`a number is needed among what the function is given, to begin with: ${CALL_NOTATION_SAMPLE}`
		);
	return { name, given: values, returns: readExampleValue(answer) };
}

export function readFunctionName(text: string): string {
	const name = text.trim().replace(/\(.*\)$/s, '');
	requireProgramName(name);
	return name;
}

function requireProgramName(name: string): void {
	if (!NAME_PATTERN.test(name) || RESERVED_WORDS.has(name) || name.length > MAX_TEXT_CHARACTERS)
		throw new ArgumentError(`"${name}" cannot be a name in a program: letters and digits, such as trays`);
}

function readGivenValues(list: string): NamedArgument[] {
	const values: { name: string | undefined; value: ExampleValue }[] = [];
	GIVEN_VALUE_PATTERN.lastIndex = 0;
	while (GIVEN_VALUE_PATTERN.lastIndex < list.length) {
		const from = GIVEN_VALUE_PATTERN.lastIndex;
		const [whole, name, value = ''] = GIVEN_VALUE_PATTERN.exec(list) ?? [];
		if (whole === undefined)
			throw new ArgumentError(`"${list.slice(from).trim()}" is no value: ${CALL_NOTATION_SAMPLE}`);
		values.push({ name, value: readExampleValue(value) });
	}
	if (values.length === 0 || values.length > MAX_GIVEN_VALUES)
		throw new ArgumentError(`the function is given one to ${MAX_GIVEN_VALUES} values: ${CALL_NOTATION_SAMPLE}`);
	return values.map(({ name, value }, index) => ({
		name: name ?? (values.length === 1 ? 'value' : `value${index + 1}`),
		value
	}));
}

function readExampleValue(written: string): ExampleValue {
	const text = written.trim();
	if (text === 'true' || text === 'false') return text === 'true';
	const number = Number(text);
	if (text !== '' && Number.isFinite(number)) {
		if (Math.abs(number) > MAX_NUMBER || countDecimals(number) > MAX_DECIMALS)
			throw new ArgumentError(
				`${text} is too large or too exact to begin with: at most a million and ${MAX_DECIMALS} decimals`
			);
		return number;
	}
	const words = /^(['"])(.*)\1$/s.exec(text)?.[2] ?? text;
	if (words === '' || words.length > MAX_TEXT_CHARACTERS || !/^[\p{L}\p{N} .!?-]+$/u.test(words))
		throw new ArgumentError(
			`"${text}" is no value: a number, true, false, or a short text of letters and digits, such as 'warm'`
		);
	return words;
}

export function countDecimals(number: number): number {
	return /\.(\d+)$/.exec(String(number))?.[1]?.length ?? (String(number).includes('e-') ? Infinity : 0);
}
