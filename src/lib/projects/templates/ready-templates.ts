import type { Language } from '#lib/domain/language.ts';
import type { Files } from '#sandbox/contract.ts';
import { type ProjectTemplate, pickWordsOfLanguage } from '#lib/domain/ready-made.ts';
import { TEMPLATE_TITLES } from './titles.ts';

export interface ReadyTemplate {
	title: string;
	files: Files;
}

const TEMPLATE_TEXTS_BY_PATH = import.meta.glob<string>('./texts/*/*.txt', {
	query: '?raw',
	import: 'default',
	eager: true
});

export function findReadyTemplate(template: ProjectTemplate, language: Language): ReadyTemplate {
	const folderPath = `./texts/${template}/`;
	const ownEntries = Object.entries(TEMPLATE_TEXTS_BY_PATH).filter(([path]) => path.startsWith(folderPath));
	const files = ownEntries.map(([path, text]) => [
		path.slice(folderPath.length).replace(/\.txt$/, ''),
		pickWordsOfLanguage(text, language)
	]);
	return { title: TEMPLATE_TITLES[template]({}, { locale: language }), files: Object.fromEntries(files) as Files };
}
