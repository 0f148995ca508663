import { createInterface, type Interface } from 'node:readline/promises';
import { TRADES, type Trade } from '#lib/domain/challenge.ts';
import { LANGUAGES, type Language } from '#lib/domain/language.ts';
import { ArgumentError } from '../arguments.ts';
import { SLUG_PATTERN } from '#lib/server/content/manifest.ts';
import { readCallExample, readFunctionName, type CallExample } from './call-example.ts';
import { createRoundCallExample } from './round-program.ts';

export const RIGHT_ANSWER_COLUMN = 'right';

const SCENE_KINDS = ['table', 'queue', 'line', 'round', 'week', 'receipt', 'grid'] as const;
export type SceneKind = (typeof SCENE_KINDS)[number];
/** The kind of a scene drawn by code. Its challenge is a copy of the guide's example, in both languages. */
export const CODE_SCENE_KIND = 'code';

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
 * A line's function takes a number and returns a word; a receipt's returns a price; for a round, `text` is only its
 * name.
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

type QuestionId = keyof UnparsedAnswers;

/** Written in both languages, because the author's language is not known before the answer. */
const LANGUAGE_QUESTION = `1/5  Langue ? / Language? (${LANGUAGES.join(', ')})`;
const listedTrades = TRADES.join(', ');

const QUESTIONS: Record<Language, Record<Exclude<QuestionId, 'language'>, string>> = {
	fr: {
		id: '2/5  Nom du dossier ? Des minuscules, des chiffres et des traits d’union. Exemple : le-bon-bac',
		kind: `3/5  Quelle scène ?\n     table : un tableau, ligne par ligne\n     queue : des gens l’un après l’autre, devant une machine\n     line  : des nombres au fil du temps, qu’une fonction juge d’un mot\n     round : une tournée sur une carte, dont une fonction choisit l’arrêt suivant\n     week  : les réservations d’une semaine, qu’une fonction accepte ou refuse\n     receipt : un ticket, dont une fonction calcule les prix\n     grid  : un plan, dont une fonction dit ce qu’est chaque case\n     ${CODE_SCENE_KIND}  : dessinée par votre code (le défi de la cantine, à transformer)`,
		person: `4/5  Qui a le problème ? Métier : nom, ce que fait cette personne. Métiers : ${listedTrades}\n     Exemple : food: Malik Orsenne, cuisinier à la cantine`,
		example:
			"5/5  Une fonction et son premier exemple ? Les noms en anglais.\n     Exemple : trays(meals: 9) = 2     Pour line, un nombre trop haut : status(celsius: 9) = 'warm'\n     Pour receipt, un prix en centimes : fee(minutes: 45) = 150. Pour round, un nom suffit : nearest"
	},
	en: {
		id: '2/5  Name of the folder? Small letters, digits and hyphens. Example: the-right-tray',
		kind: `3/5  Which scene?\n     table: a table, row by row\n     queue: people one after another, at a machine\n     line:  numbers over time, of each of which a function says a word\n     round: a round on a map, of which a function chooses the next stop\n     week:  the bookings of a week, which a function takes in or refuses\n     receipt: a bill, of which a function works out the prices\n     grid:  a plan, of which a function says what each cell is\n     ${CODE_SCENE_KIND}:  drawn by your code (the challenge of the canteen, to change)`,
		person: `4/5  Who has the problem? Trade: name, what they do. Trades: ${listedTrades}\n     Example: food: Malik Orsenne, cook at the canteen`,
		example:
			"5/5  A function and its first example? Names in English.\n     Example: trays(meals: 9) = 2     For line, a number that is too high: status(celsius: 9) = 'warm'\n     For receipt, a price in cents: fee(minutes: 45) = 150. For round, a name is enough: nearest"
	}
};

const OPTION_USAGE_BY_QUESTION: Record<QuestionId, string> = {
	language: `--language ${LANGUAGES.join('|')}`,
	id: '<id>',
	person: "--person 'trade: name, role'",
	kind: `--kind ${[...SCENE_KINDS, CODE_SCENE_KIND].join('|')}`,
	example: "--example 'function(given: value) = value'"
};

export async function completeAnswers(
	given: UnparsedAnswers,
	refuseId: (id: string) => void
): Promise<NewChallengeAnswers> {
	const terminal = process.stdin.isTTY ? createInterface(process.stdin, process.stdout) : undefined;
	try {
		return await readOrAskAnswers(given, terminal, refuseId);
	} finally {
		terminal?.close();
	}
}

async function readOrAskAnswers(
	given: UnparsedAnswers,
	terminal: Interface | undefined,
	refuseId: (id: string) => void
): Promise<NewChallengeAnswers> {
	if (terminal === undefined) requireAllAnswers(given);
	const ask = <Answer>(id: QuestionId, question: string, read: (text: string) => Answer): Promise<Answer> => {
		const answer = given[id];
		return answer === undefined && terminal
			? askUntilValid(terminal, question, read)
			: Promise.resolve(read(answer ?? ''));
	};
	const readUnusedId = (text: string) => {
		const id = readIdAnswer(text);
		refuseId(id);
		return id;
	};
	// The guide's example has all its texts in both languages, so the command asks only for the new challenge's id.
	if (given.kind === CODE_SCENE_KIND)
		return { kind: CODE_SCENE_KIND, id: await ask('id', QUESTIONS.fr.id, readUnusedId) };
	const language = await ask('language', LANGUAGE_QUESTION, readLanguageAnswer);
	const words = QUESTIONS[language];
	const id = await ask('id', words.id, readUnusedId);
	const kind = await ask('kind', words.kind, readSceneKindAnswer);
	if (kind === CODE_SCENE_KIND) return { kind, id };
	const person = await ask('person', words.person, readPersonAnswer);
	return {
		id,
		language,
		kind,
		person,
		example: await ask('example', words.example, (text) => readExampleAnswer(text, kind))
	};
}

function requireAllAnswers(given: UnparsedAnswers): void {
	const neededIds: QuestionId[] =
		given.kind === CODE_SCENE_KIND ? ['id'] : ['id', 'language', 'kind', 'person', 'example'];
	const unansweredIds = neededIds.filter((id) => given[id] === undefined);
	if (unansweredIds.length > 0)
		throw new ArgumentError(
			`nobody can be asked here, so the command needs too: ${unansweredIds.map((id) => OPTION_USAGE_BY_QUESTION[id]).join(' ')}`
		);
}

/** Asks again until the answer is valid. Ctrl+C and Ctrl+D end the command. */
async function askUntilValid<Answer>(
	terminal: Interface,
	question: string,
	read: (text: string) => Answer
): Promise<Answer> {
	const abortController = new AbortController();
	const abortQuestion = () => abortController.abort();
	terminal.once('close', abortQuestion);
	terminal.once('SIGINT', abortQuestion);
	try {
		for (;;) {
			const text = await terminal.question(`\n${question}\n> `, { signal: abortController.signal });
			try {
				return read(text.trim());
			} catch (error) {
				if (!(error instanceof ArgumentError)) throw error;
				process.stdout.write(`     ${error.message}\n`);
			}
		}
	} catch (error) {
		if (abortController.signal.aborted) throw new ArgumentError('\nnothing was made');
		throw error;
	} finally {
		terminal.off('close', abortQuestion);
		terminal.off('SIGINT', abortQuestion);
	}
}
