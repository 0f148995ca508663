/** Loads, for the editor, the declarations of the modules that a program may use. */
import { PAGE_FILE } from '#lib/domain/project.ts';
import { declareGlobalNames } from '#lib/editor/declarations/global-names.ts';
import { librariesOf } from '#sandbox/libraries/recognise.ts';
import type { WorkSession } from '../session/work-session.svelte.ts';

type Declarations = Record<string, string>;

/** Types of imported data files. A JSON file may hold anything, and `unknown` would refuse every use of it to a beginner. */
const DATA_FILES = `declare module '*.csv' {
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

/**
 * Loads the declarations for this session. The program of a page runs in a document, so it gets the document's declarations in place of a
 * worker's.
 */
export function loadDeclarations(session: WorkSession): Promise<Declarations> {
	return session.hasDocument ? loadForPage(session.files[PAGE_FILE] ?? '') : loadForWorker(session);
}

async function loadForPage(html: string): Promise<Declarations> {
	const { loadPageDeclarations } = await import('#lib/editor/declarations/page.ts');
	const page = { 'program.d.ts': await loadPageDeclarations(), 'data-files.d.ts': DATA_FILES };
	if (librariesOf(html).length === 0) return page;
	const { fetchLibraryDeclarations } = await import('#sandbox/libraries/fetch.ts');
	return { ...page, ...(await fetchLibraryDeclarations(html)) };
}

async function loadForWorker({ language, drawsByItself }: WorkSession): Promise<Declarations> {
	const { loadModuleDeclarations } = await import('#sandbox/index.ts');
	const modules = await loadModuleDeclarations(language, drawsByItself);
	if (!drawsByItself) return modules;
	return {
		...modules,
		'data-files.d.ts': DATA_FILES,
		'draw-names.d.ts': declareGlobalNames(modules['braise/draw'] ?? '')
	};
}
