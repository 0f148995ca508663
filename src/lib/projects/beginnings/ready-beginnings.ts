import type { Language } from '#lib/domain/language.ts';
import type { Files } from '#sandbox/contract.ts';
import { type ProjectBeginning, pickWordsOfLanguage } from '#lib/domain/ready-made.ts';
import { BEGINNING_TITLES } from './titles.ts';

export interface ReadyBeginning {
	title: string;
	files: Files;
}

const BEGINNING_TEXTS_BY_PATH = import.meta.glob<string>('./texts/*/*.txt', {
	query: '?raw',
	import: 'default',
	eager: true
});

export function findReadyBeginning(beginning: ProjectBeginning, language: Language): ReadyBeginning {
	const folderPath = `./texts/${beginning}/`;
	const ownEntries = Object.entries(BEGINNING_TEXTS_BY_PATH).filter(([path]) => path.startsWith(folderPath));
	const files = ownEntries.map(([path, text]) => [
		path.slice(folderPath.length).replace(/\.txt$/, ''),
		pickWordsOfLanguage(text, language)
	]);
	return { title: BEGINNING_TITLES[beginning]({}, { locale: language }), files: Object.fromEntries(files) as Files };
}
