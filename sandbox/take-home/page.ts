/** Packs a page program into one HTML file; browser only, as it parses the document. */
import type { PageDocument } from '../contract.ts';
import { parsePage } from '../run/page/document.ts';
import { wrapInFunction, escapeForScript } from './script.ts';
import { pageTextsIn } from './page-text.ts';

export interface TakeHomePage {
	code: string;
	page: PageDocument;
	title: string;
	language: 'fr' | 'en';
}

/** Answers what the page fetches of its own data; a file on a disk may fetch nothing. */
function dataScript(data: Readonly<Record<string, string>>): string {
	if (Object.keys(data).length === 0) return '';
	return `const data = ${JSON.stringify(data)};
const realFetch = globalThis.fetch.bind(globalThis);
globalThis.fetch = (input, init) => {
	const path = String(input).replace(/^(?:\\.?\\/)+/, '');
	return Object.hasOwn(data, path) ? Promise.resolve(new Response(data[path])) : realFetch(input, init);
};
`;
}

export function pageFile({ code, page, title, language }: TakeHomePage): string {
	const { document } = parsePage(page);
	const { documentElement: root, head, body } = document;
	if (root.lang === '') root.lang = language;
	if (document.title === '') document.title = title;
	if (head.querySelector('meta[name=viewport]') === null)
		head.insertAdjacentHTML('afterbegin', '<meta name="viewport" content="width=device-width, initial-scale=1">');
	// Always UTF-8, whatever charset the page declares.
	head.querySelector('meta[charset]')?.remove();
	head.insertAdjacentHTML('afterbegin', '<meta charset="utf-8">');
	const script = document.createElement('script');
	const isGlobal = page.library !== undefined;
	const program = isGlobal ? 'Object.assign(globalThis, module.exports.program())' : 'module.exports.program()';
	const run = `const module = { exports: {} };\n(${wrapInFunction(code)})(undefined, module, module.exports);\n${program};`;
	script.textContent = escapeForScript(`{\n${dataScript(page.data)}${run}\n}`);
	if (page.library !== undefined) {
		const library = document.createElement('script');
		library.textContent = escapeForScript(page.library);
		head.append(library);
	}
	body.append(script);
	return `<!doctype html>\n<!-- ${pageTextsIn(language).made} -->\n${root.outerHTML}\n`;
}
