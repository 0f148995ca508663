/** Loads the declarations of what a program may use, for the editor. */
import { PAGE_FILE } from '#lib/domain/project.ts';
import { globalDeclarations } from '#lib/editor/declarations/global-names.ts';
import { libraryOf } from '#sandbox/libraries/recognise.ts';
import type { WorkSession } from '../session/work-session.svelte.ts';

type Declarations = Record<string, string>;

/** A page runs in a document, so it has the document's declarations in place of those of a worker. */
export function loadDeclarations(session: WorkSession): Promise<Declarations> {
	return session.hasDocument ? loadForPage(session.files[PAGE_FILE] ?? '') : loadForWorker(session);
}

async function loadForPage(html: string): Promise<Declarations> {
	const { loadPageDeclarations } = await import('#lib/editor/declarations/page.ts');
	const page = { 'program.d.ts': await loadPageDeclarations() };
	if (libraryOf(html) !== 'p5') return page;
	const { fetchP5Declarations } = await import('#sandbox/libraries/fetch.ts');
	return { ...page, ...(await fetchP5Declarations()) };
}

async function loadForWorker({ language, drawsByItself }: WorkSession): Promise<Declarations> {
	const { moduleDeclarations } = await import('#sandbox/index.ts');
	const modules = await moduleDeclarations(language, drawsByItself);
	if (!drawsByItself) return modules;
	return { ...modules, 'draw-names.d.ts': globalDeclarations(modules['braise/draw'] ?? '') };
}
