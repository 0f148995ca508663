/** Packs a page program into one HTML file; browser only, as it parses the document. */
import type { PageDocument } from '../contract.ts';
import { packPageAddresses } from '../run/page/addresses.ts';
import { findProjectPath } from '../run/project-path.ts';
import { parsePage } from '../run/page/document.ts';
import type { TakeHomeStore, EncodedFiles } from './stored-content.ts';
import { TAKE_HOME_POLICY_META, wrapInNonStrictFunction, wrapInStrictFunction, escapeForScript } from './script.ts';

export interface TakeHomePageParts {
	code: string;
	page: PageDocument;
	encodedFiles: EncodedFiles;
	home: TakeHomeStore;
	answersCode: string;
	openingComment: string;
	title: string;
	language: 'fr' | 'en';
}

const ITEM_KEEPING_PATTERN = /\b(?:localStorage|storeItem|getItem)\b/;

/** Empty for a page that neither asks for own files nor stores items. */
function writeScriptForFilesAndStore({
	code,
	page,
	encodedFiles,
	home,
	answersCode,
	language
}: Pick<TakeHomePageParts, 'code' | 'page' | 'encodedFiles' | 'home' | 'answersCode' | 'language'>): string {
	const hasFiles = Object.keys(page.data).length + Object.keys(encodedFiles).length > 0;
	const fileCalls = hasFiles ? [`braiseFiles(${JSON.stringify(page.data)}, ${JSON.stringify(encodedFiles)});`] : [];
	const storeCalls = ITEM_KEEPING_PATTERN.test(code)
		? [`braiseStore(${JSON.stringify(home)}, ${JSON.stringify(language)});`]
		: [];
	const calls = [...fileCalls, ...storeCalls];
	return calls.length === 0 ? '' : `${answersCode}\n${calls.join('\n')}\n`;
}

export function writePageHtml(project: TakeHomePageParts): string {
	const { code, page, encodedFiles, openingComment, title, language } = project;
	const { document } = parsePage(page);
	packPageAddresses(document, (written) => encodedFiles[findProjectPath(written, Object.keys(encodedFiles)) ?? '']);
	const { documentElement: root, head, body } = document;
	if (root.lang === '') root.lang = language;
	if (document.title === '') document.title = title;
	if (head.querySelector('meta[name=viewport]') === null)
		head.insertAdjacentHTML('afterbegin', '<meta name="viewport" content="width=device-width, initial-scale=1">');
	// The file is always written in UTF-8, whatever charset the page declares.
	head.querySelector('meta[charset]')?.remove();
	// The policy applies only to what comes after it, so only the charset may stand before it.
	head.insertAdjacentHTML('afterbegin', `<meta charset="utf-8">${TAKE_HOME_POLICY_META}`);
	const programScript = document.createElement('script');
	const isClassicScript = page.library !== undefined;
	const programCall = isClassicScript
		? 'Object.assign(globalThis, module.exports.program())'
		: 'module.exports.program()';
	const evaluatedFunction = isClassicScript ? wrapInNonStrictFunction(code) : wrapInStrictFunction(code);
	const runCode = `const module = { exports: {} };\n(${evaluatedFunction})(undefined, module, module.exports);\n${programCall};`;
	programScript.textContent = escapeForScript(`{\n${writeScriptForFilesAndStore(project)}${runCode}\n}`);
	if (page.library !== undefined) {
		const libraryScript = document.createElement('script');
		libraryScript.textContent = escapeForScript(page.library);
		head.append(libraryScript);
	}
	body.append(programScript);
	return `<!doctype html>\n${openingComment}\n${root.outerHTML}\n`;
}
