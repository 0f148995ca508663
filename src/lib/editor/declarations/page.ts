const LICENCE_HEADER_PATTERN = /^\/\*![\s\S]*?\*\/\s*/;

/** Loads the declarations of the browser's DOM: 2 MB of text, for page programs only. */
export async function loadPageDeclarations(): Promise<string> {
	const parts = await Promise.all([
		import('typescript-localized/lib/lib.dom.d.ts?raw'),
		import('typescript-localized/lib/lib.dom.iterable.d.ts?raw')
	]);
	return parts
		.map(({ default: text }) => text.replace(LICENCE_HEADER_PATTERN, '').replace(/^\/\/\/ <reference.*$/gm, ''))
		.join('\n');
}
