/** Explains beginners' most common mistakes in plain words, loaded in one language with the editor. */
import { recogniseDiagnostic, type Line } from './diagnostics.ts';
import type { Explanation, Recognised, Texts } from './explanation.ts';
import { recogniseThrown } from './thrown.ts';

export type Language = 'fr' | 'en';

export interface Explainer {
	/** Explains a TypeScript error from its number, its French or English message, and its line. */
	diagnostic(code: number, message: string, line: Line): Explanation | undefined;
	thrown(name: string, message: string): Explanation | undefined;
	ended(reason: 'time' | 'memory'): Explanation;
}

/** Type names in plain words; others are shown as TypeScript writes them. */
const KINDS: Record<Language, Record<string, string>> = {
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
/** Mistakes whose names are types rather than names of the program. */
const ABOUT_KINDS = new Set(['assigned', 'argument', 'neverEqual', 'operator', 'caseNever']);
const SOMETHING: Record<Language, string> = { fr: 'ceci', en: 'this' };

export async function createExplainer(language: Language): Promise<Explainer> {
	const texts = language === 'fr' ? (await import('./texts.fr.ts')).french : (await import('./texts.en.ts')).english;
	const say = (recognised: Recognised | undefined) => recognised && explain(recognised, texts, language);
	return {
		diagnostic: (code, message, line) => say(recogniseDiagnostic(code, message, line)),
		thrown: (name, message) => say(recogniseThrown(name, message)),
		ended: (reason) => explain({ mistake: reason === 'time' ? 'ranEndless' : 'ranMemory', names: [] }, texts, language)
	};
}

function explain({ mistake, names }: Recognised, texts: Texts, language: Language): Explanation {
	const fill = (text: string) =>
		text.replace(/\{(\d)\}/g, (_, at: string) => {
			const name = names[Number(at)];
			if (name === undefined) return SOMETHING[language];
			return ABOUT_KINDS.has(mistake) ? (KINDS[language][name] ?? name) : name;
		});
	const [means, look] = texts[mistake];
	return { mistake, means: fill(means), look: fill(look) };
}
