/** Reads an author's five answers, from which a challenge is made. */
import { TRADES, type Trade } from '#lib/domain/challenge.ts';
import { LANGUAGES, type Language } from '#lib/domain/language.ts';
import { SLUG_PATTERN } from '#lib/server/content/manifest.ts';
import { ArgumentError } from '../arguments.ts';
import { readCallExample, readFunctionName, type CallExample } from './call-example.ts';
import { createRoundCallExample } from './round-program.ts';

/** Name of the column with the right answers. */
export const RIGHT_ANSWER_COLUMN = 'right';

/** The kinds of scene without code. */
export const SCENE_KINDS = ['table', 'queue', 'line', 'round', 'week', 'receipt', 'grid'] as const;
export type SceneKind = (typeof SCENE_KINDS)[number];
/** The kind of a scene drawn by code. Its challenge is a copy of the guide's example, in both languages. */
export const CODE_SCENE_KIND = 'code';

/** The answer about the person who has the problem. */
interface PersonAnswer {
	trade: Trade;
	name: string;
	role: string;
}

export interface CodelessSceneAnswers {
	id: string;
	language: Language;
	kind: SceneKind;
	person: PersonAnswer;
	example: CallExample;
}

export type NewChallengeAnswers = { id: string; kind: typeof CODE_SCENE_KIND } | CodelessSceneAnswers;

/** Answers from the command line, as text that is not parsed yet. */
export interface UnparsedAnswers {
	language?: string | undefined;
	id?: string | undefined;
	person?: string | undefined;
	kind?: string | undefined;
	example?: string | undefined;
}

const PERSON_ANSWER_FORMAT = 'food: Malik Orsenne, cook at the canteen';
const MAX_ANSWER_CHARACTERS = 80;

export function readIdAnswer(text: string): string {
	if (SLUG_PATTERN.test(text)) return text;
	throw new ArgumentError(
		`"${text}" cannot be a name: small letters, digits and hyphens between them, such as le-bon-bac`
	);
}

export function readLanguageAnswer(text: string): Language {
	return requireChoice(LANGUAGES, text, 'language');
}

export function readSceneKindAnswer(text: string): SceneKind | typeof CODE_SCENE_KIND {
	return requireChoice([...SCENE_KINDS, CODE_SCENE_KIND], text, 'kind of scene');
}

/** Reads an answer in the form `trade: name, role`. */
export function readPersonAnswer(text: string): PersonAnswer {
	const [, trade = '', name = '', role = ''] = /^([^:,]+):([^,]+),(.+)$/s.exec(text) ?? [];
	if (trade === '')
		throw new ArgumentError(
			`"${text}" does not say who it is: write the trade, a name and what they do, ${PERSON_ANSWER_FORMAT}`
		);
	return {
		trade: requireChoice(TRADES, trade.trim(), 'trade'),
		name: parseOneLineWords(name),
		role: parseOneLineWords(role)
	};
}

/**
 * Reads an example that fits the kind of scene. For a line, its function takes a number and returns a word; for a receipt, it
 * returns a price; for a round, the text is only the function's name.
 */
export function readExampleAnswer(text: string, kind: SceneKind): CallExample {
	if (kind === 'round') return createRoundCallExample(readFunctionName(text));
	const example = readCallExample(text);
	if (kind === 'receipt' && typeof example.returns !== 'number')
		throw new ArgumentError(
			`a receipt needs a function that returns a price, such as fee(minutes: 45) = 150; "${text}" does not`
		);
	if (kind === 'line' && (example.given.length !== 1 || typeof example.returns !== 'string'))
		throw new ArgumentError(
			`a line needs a function that says a word of one number, such as status(celsius: 9) = 'warm'; "${text}" does not`
		);
	if (example.given.some(({ name }) => name === RIGHT_ANSWER_COLUMN))
		throw new ArgumentError(
			`"${RIGHT_ANSWER_COLUMN}" is the column of what is right: choose another name for what is given`
		);
	return example;
}

/** Puts a text on one line, and uses the typographic apostrophe. */
function parseOneLineWords(text: string): string {
	const words = text.trim().replace(/\s+/g, ' ').replaceAll("'", '’');
	if (words === '' || words.length > MAX_ANSWER_CHARACTERS || /[<>{}[\]`|#*_·\\]/.test(words))
		throw new ArgumentError(
			`"${words}" cannot be a name or what somebody does: at most ${MAX_ANSWER_CHARACTERS} characters, words only, ${PERSON_ANSWER_FORMAT}`
		);
	return words;
}

function requireChoice<Choice extends string>(choices: readonly Choice[], text: string, what: string): Choice {
	const match = choices.find((choice) => choice === text);
	if (match !== undefined) return match;
	throw new ArgumentError(`"${text}" is no ${what}: ${choices.join(', ')}`);
}
