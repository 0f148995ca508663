import { PAGE_FILE } from '#lib/domain/project.ts';
import { declareGlobalNames } from '#lib/editor/declarations/program-declarations.ts';
import { libraryNamesOf } from '#sandbox/libraries/recognise.ts';
import type { WorkSession } from '../session/work-session.svelte.ts';

type DeclarationTexts = Record<string, string>;

/** Types of imported data files. A JSON file may hold anything, and `unknown` would refuse every use of it to a beginner. */
const DATA_FILE_DECLARATIONS = `declare module '*.csv' {
	const text: string;
	export default text;
}
declare module '*.txt' {
	const text: string;
	export default text;
}
declare module '*.json' {
	const value: any;
	export default value;
}
`;

export const librariesOfPage = ({ hasDocument, files }: WorkSession): string[] =>
	hasDocument ? libraryNamesOf(files[PAGE_FILE] ?? '') : [];

/** The program of a page runs in a document, so it gets the document's declarations in place of a worker's. */
export function loadTypeDeclarations(session: WorkSession): Promise<DeclarationTexts> {
	return session.hasDocument
		? loadDeclarationsForPage(session.files[PAGE_FILE] ?? '')
		: loadDeclarationsForWorker(session);
}

async function loadDeclarationsForPage(html: string): Promise<DeclarationTexts> {
	const { loadPageDeclarations } = await import('#lib/editor/declarations/page.ts');
	const pageDeclarations = { 'program.d.ts': await loadPageDeclarations(), 'data-files.d.ts': DATA_FILE_DECLARATIONS };
	if (libraryNamesOf(html).length === 0) return pageDeclarations;
	const { fetchPageLibraryDeclarations } = await import('#sandbox/libraries/fetch.ts');
	return { ...pageDeclarations, ...(await fetchPageLibraryDeclarations(html)) };
}

async function loadDeclarationsForWorker({ language, drawsByItself }: WorkSession): Promise<DeclarationTexts> {
	const { loadModuleDeclarations } = await import('#sandbox/index.ts');
	const moduleDeclarations = await loadModuleDeclarations(language, drawsByItself);
	if (!drawsByItself) return moduleDeclarations;
	return {
		...moduleDeclarations,
		'data-files.d.ts': DATA_FILE_DECLARATIONS,
		'draw-names.d.ts': declareGlobalNames(moduleDeclarations['braise/draw'] ?? '')
	};
}
