import { recogniseDiagnostic, type ErrorLine } from './diagnostics.ts';
import type { Explanation, FileProblem, RecognisedMistake, MistakeTexts, HabitTexts } from './explanation.ts';
import { explainFileProblems } from './explain-file-problems.ts';
import type { TypeScriptError } from './habits/habit-rule.ts';
import {
	mapExportsToModules,
	type ModuleByExport,
	describeFileContext,
	type ProgramKind,
	type FileContext
} from './habits/file-context.ts';
import { recogniseThrownError, explainUndefinedName } from './thrown-errors.ts';

export { describeFileContext, mapExportsToModules };
export type { FileProblem, ModuleByExport, ProgramKind, FileContext, TypeScriptError as ReportedError };

export type Language = 'fr' | 'en';

export interface Explainer {
	explainDiagnostic(code: number, message: string, line: ErrorLine): Explanation | undefined;
	/** Explains all problems of a file, in the order of its text, each sentence once. */
	explainFile(text: string, reportedErrors: readonly TypeScriptError[], fileContext: FileContext): FileProblem[];
	explainThrownError(name: string, message: string, kind: ProgramKind): Explanation | undefined;
	explainForcedEnd(reason: 'time' | 'memory'): Explanation;
}

const PLAIN_TYPE_WORDS: Record<Language, Record<string, string>> = {
	fr: {
		number: 'un nombre',
		string: 'un texte',
		boolean: 'vrai ou faux',
		void: 'rien',
		undefined: 'rien',
		null: 'rien (null)',
		'number[]': 'une liste de nombres',
		'string[]': 'une liste de textes'
	},
	en: {
		number: 'a number',
		string: 'a text',
		boolean: 'true or false',
		void: 'nothing',
		undefined: 'nothing',
		null: 'nothing (null)',
		'number[]': 'a list of numbers',
		'string[]': 'a list of texts'
	}
};
const MISTAKES_ABOUT_TYPES = new Set(['assigned', 'textOrNumber', 'argument', 'neverEqual', 'operator', 'caseNever']);
const ARRAY_TYPE_WORDS: Record<Language, string> = { fr: 'une liste', en: 'a list' };

function describeType(name: string, language: Language): string {
	const typeText = name.replace(/import\("[^"]*"\)\./g, '');
	return PLAIN_TYPE_WORDS[language][typeText] ?? (/^\w+\[\]$/.test(typeText) ? ARRAY_TYPE_WORDS[language] : typeText);
}

const MISSING_NAME_PLACEHOLDERS: Record<Language, string> = { fr: 'ceci', en: 'this' };

export async function createExplainer(language: Language): Promise<Explainer> {
	const { texts, habits } = await loadExplanationTexts(language);
	const explainRecognised = (recognised: RecognisedMistake | undefined) =>
		recognised && explainMistake(recognised, texts, language);
	const explainDiagnostic: Explainer['explainDiagnostic'] = (code, message, line) =>
		explainRecognised(recogniseDiagnostic(code, message, line));
	return {
		explainDiagnostic,
		explainFile: (text, reportedErrors, fileContext) =>
			explainFileProblems(text, reportedErrors, fileContext, { habits, explainDiagnostic }),
		explainThrownError: (name, message, kind) =>
			explainUndefinedName(name, message, kind, habits) ?? explainRecognised(recogniseThrownError(name, message)),
		explainForcedEnd: (reason) =>
			explainMistake({ mistake: reason === 'time' ? 'ranEndless' : 'ranMemory', names: [] }, texts, language)
	};
}

async function loadExplanationTexts(language: Language): Promise<{ texts: MistakeTexts; habits: HabitTexts }> {
	if (language === 'fr') {
		const [{ frenchMistakeTexts }, habits] = await Promise.all([
			import('./texts.fr.ts'),
			import('./habits/texts.fr.ts')
		]);
		return { texts: frenchMistakeTexts, habits: habits.frenchHabitTexts };
	}
	const [{ englishMistakeTexts }, habits] = await Promise.all([
		import('./texts.en.ts'),
		import('./habits/texts.en.ts')
	]);
	return { texts: englishMistakeTexts, habits: habits.englishHabitTexts };
}

function explainMistake({ mistake, names }: RecognisedMistake, texts: MistakeTexts, language: Language): Explanation {
	const fillNames = (text: string) =>
		text.replace(/\{(\d)\}/g, (_, at: string) => {
			const name = names[Number(at)];
			if (name === undefined) return MISSING_NAME_PLACEHOLDERS[language];
			return MISTAKES_ABOUT_TYPES.has(mistake) ? describeType(name, language) : name;
		});
	const [meaning, advice] = texts[mistake];
	return { mistake, meaning: fillNames(meaning), advice: fillNames(advice) };
}
