/** Asks an author in a terminal for those answers that were not given as arguments. */
import { createInterface, type Interface } from 'node:readline/promises';
import { TRADES } from '#lib/domain/challenge.ts';
import { LANGUAGES, type Language } from '#lib/domain/language.ts';
import { ArgumentError } from '../arguments.ts';
import {
	CODE_SCENE_KIND,
	readExampleAnswer,
	readIdAnswer,
	readSceneKindAnswer,
	readLanguageAnswer,
	readPersonAnswer,
	SCENE_KINDS,
	type UnparsedAnswers,
	type NewChallengeAnswers
} from './answers.ts';

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

/** Reads the given answers, and asks for the others if the command runs in a terminal. */
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
