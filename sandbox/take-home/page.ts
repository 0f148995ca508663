/** Packs a page program into one HTML file; browser only, as it parses the document. */
import type { PageDocument } from '../contract.ts';
import { packPageAddresses } from '../run/page/addresses.ts';
import { findProjectPath } from '../run/project-path.ts';
import { parsePage } from '../run/page/document.ts';
import type { HomeStore } from './home-store.ts';
import type { EncodedFiles } from './own-files.ts';
import { wrapInClassicFunction, wrapInFunction, escapeForScript } from './script.ts';

export interface TakeHomePage {
	code: string;
	page: PageDocument;
	encodedFiles: EncodedFiles;
	home: HomeStore;
	/** The script built from `page-answers/entry.ts`. */
	answers: string;
	/** The comment at the start of the file. */
	opening: string;
	title: string;
	language: 'fr' | 'en';
}

/** Matches a program that keeps something from one opening to the next, by itself or through p5. */
const KEEPS_ITEMS = /\b(?:localStorage|storeItem|getItem)\b/;

/**
 * Returns the script that answers the page's requests for its own files and keeps what its program keeps; empty for a page that
 * needs neither.
 */
function answersScript({
	code,
	page,
	encodedFiles,
	home,
	answers,
	language
}: Pick<TakeHomePage, 'code' | 'page' | 'encodedFiles' | 'home' | 'answers' | 'language'>): string {
	const hasFiles = Object.keys(page.data).length + Object.keys(encodedFiles).length > 0;
	const files = hasFiles ? [`braiseFiles(${JSON.stringify(page.data)}, ${JSON.stringify(encodedFiles)});`] : [];
	const store = KEEPS_ITEMS.test(code) ? [`braiseStore(${JSON.stringify(home)}, ${JSON.stringify(language)});`] : [];
	const calls = [...files, ...store];
	return calls.length === 0 ? '' : `${answers}\n${calls.join('\n')}\n`;
}

export function writePageFile(project: TakeHomePage): string {
	const { code, page, encodedFiles, opening, title, language } = project;
	const { document } = parsePage(page);
	packPageAddresses(document, (written) => encodedFiles[findProjectPath(written, Object.keys(encodedFiles)) ?? '']);
	const { documentElement: root, head, body } = document;
	if (root.lang === '') root.lang = language;
	if (document.title === '') document.title = title;
	if (head.querySelector('meta[name=viewport]') === null)
		head.insertAdjacentHTML('afterbegin', '<meta name="viewport" content="width=device-width, initial-scale=1">');
	// The file is always written in UTF-8, whatever charset the page declares.
	head.querySelector('meta[charset]')?.remove();
	head.insertAdjacentHTML('afterbegin', '<meta charset="utf-8">');
	const script = document.createElement('script');
	const isGlobal = page.library !== undefined;
	const program = isGlobal ? 'Object.assign(globalThis, module.exports.program())' : 'module.exports.program()';
	const evaluated = isGlobal ? wrapInClassicFunction(code) : wrapInFunction(code);
	const run = `const module = { exports: {} };\n(${evaluated})(undefined, module, module.exports);\n${program};`;
	script.textContent = escapeForScript(`{\n${answersScript(project)}${run}\n}`);
	if (page.library !== undefined) {
		const library = document.createElement('script');
		library.textContent = escapeForScript(page.library);
		head.append(library);
	}
	body.append(script);
	return `<!doctype html>\n${opening}\n${root.outerHTML}\n`;
}
