import type { Language } from '#lib/domain/language.ts';
import { pickWordsOfLanguage } from '#lib/domain/ready-made.ts';

/** An idea as its author writes it, with its words in both languages: `{{un rond|a disc}}`. */
export interface BilingualIdea {
	id: string;
	title: string;
	description: string;
	/** Statements to insert into `draw`. */
	code: string;
	/** Lines to insert above all functions, such as `let score = 0;`. */
	linesAbove?: string;
	/** Functions of the kit (`braise/scene`) that the code calls. */
	pieces?: readonly string[];
	searchWords?: string;
}

export type Idea = Required<BilingualIdea>;

export function translateIdea(idea: BilingualIdea, language: Language): Idea {
	const { id, title, description, code, linesAbove: before = '', pieces = [], searchWords = '' } = idea;
	const pickWords = (written: string) => pickWordsOfLanguage(written, language);
	return {
		id,
		title: pickWords(title),
		description: pickWords(description),
		code: pickWords(code),
		linesAbove: pickWords(before),
		pieces,
		searchWords: pickWords(searchWords)
	};
}
