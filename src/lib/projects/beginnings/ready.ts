/** The files of the ready beginnings, loaded once one is chosen. */
import type { Language } from '#lib/domain/language.ts';
import type { Files } from '#sandbox/contract.ts';
import type { ProjectBeginning } from '#lib/domain/project-beginnings.ts';
import { BEGINNING_TITLES } from './titles.ts';
import { pickWordsOfLanguage } from '#lib/domain/two-languages.ts';

export interface ReadyBeginning {
	title: string;
	files: Files;
}

const TEXTS = import.meta.glob<string>('./texts/*/*.txt', { query: '?raw', import: 'default', eager: true });

export function findReadyBeginning(beginning: ProjectBeginning, language: Language): ReadyBeginning {
	const folder = `./texts/${beginning}/`;
	const own = Object.entries(TEXTS).filter(([path]) => path.startsWith(folder));
	const files = own.map(([path, text]) => [
		path.slice(folder.length).replace(/\.txt$/, ''),
		pickWordsOfLanguage(text, language)
	]);
	return { title: BEGINNING_TITLES[beginning]({}, { locale: language }), files: Object.fromEntries(files) as Files };
}
