/** Plain words for the mistakes that beginners make most. Loaded with the editor, in one language. */
import { recogniseDiagnostic, type Line } from './diagnostics.ts';
import type { Explanation, Recognised, Texts } from './explanation.ts';
import { recogniseThrown } from './thrown.ts';

export type { Line } from './diagnostics.ts';
export type { Explanation } from './explanation.ts';
export type Language = 'fr' | 'en';

export interface Explainer {
	/** One of TypeScript's errors: its number, its message in French or English, and the line around it. */
	diagnostic(code: number, message: string, line: Line): Explanation | undefined;
	/** What a running program threw. */
	thrown(name: string, message: string): Explanation | undefined;
	/** It ran for longer than it may, or took more memory. */
	ended(reason: 'time' | 'memory'): Explanation;
}

/** Kinds of values in words. What is not here is shown as TypeScript writes it. */
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
/** Those whose names are kinds of values, not names of the program. */
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
