import type { Diagnostic, Files, OwnFiles } from '../contract.ts';
import { createCompiler } from '../compile/client.ts';
import { findLibrary, libraryNoticeOf } from '../libraries/files.ts';
import { libraryRequestsOf } from '../libraries/recognise.ts';
import { writePageHtml } from './page.ts';
import type { StoredItems } from '../stored-items.ts';
import { createTakeHomeStore, encodeFiles } from './stored-content.ts';
import { writeOpeningComment } from './opening-comment.ts';
import { writeSketchHtml } from './sketch.ts';

export interface TakeHomeProject {
	/** A sketch has `main.ts`, a page also `index.html`; both may have more files. */
	kind: 'sketch' | 'page';
	files: Files;
	title: string;
	language: 'fr' | 'en';
	ownFiles?: OwnFiles;
	/** For each own file, by path: a sentence that says who made the file and what may be done with it. */
	credits?: Readonly<Record<string, string>>;
	storedItems?: StoredItems;
	library?: string;
}

export type TakeHomeResult = { kind: 'html'; html: string } | { kind: 'diagnostics'; diagnostics: Diagnostic[] };

const PROGRAM_FILE_PATH = 'main.ts';
const PAGE_FILE_PATH = 'index.html';

/** Compiles and packs a project. Browser only, since the compiler runs in a web worker. */
export async function packTakeHome({
	kind,
	files,
	title,
	language,
	library,
	ownFiles = {},
	credits = {},
	storedItems = []
}: TakeHomeProject): Promise<TakeHomeResult> {
	const compiler = createCompiler();
	try {
		const programSources = { files, program: PROGRAM_FILE_PATH, checks: [] };
		// Pages get no guards: at home the user can close a page that hangs.
		const compilation = await compiler.compile(
			kind === 'page' ? { ...programSources, page: PAGE_FILE_PATH, unguarded: true } : programSources
		);
		if (compilation.kind === 'diagnostics') return compilation;
		// No diagnostic is needed, because an earlier run of the project already reported that it is too large.
		if (compilation.kind === 'too-large') return { kind: 'diagnostics', diagnostics: [] };
		if (compilation.kind === 'superseded') throw new Error('The compiler was asked once, and answered another.');
		const { code, page } = compilation.bundle;
		const encodedFiles = await encodeFiles(ownFiles);
		const homeStore = createTakeHomeStore(storedItems);
		const libraryRequests = library === undefined ? [] : libraryRequestsOf(files[PAGE_FILE_PATH] ?? '');
		const openingComment = writeOpeningComment(
			language,
			Object.entries(credits),
			libraryRequests.map((request) => libraryNoticeOf(findLibrary(request)))
		);
		if (page !== undefined) {
			const pageWithLibrary = library === undefined ? page : { ...page, library };
			const { default: answersCode } = await import('virtual:sandbox-page-answers');
			const html = writePageHtml({
				code,
				page: pageWithLibrary,
				encodedFiles,
				home: homeStore,
				answersCode,
				openingComment,
				title,
				language
			});
			return { kind: 'html', html };
		}
		const { default: playerCode } = await import('virtual:sandbox-player');
		return {
			kind: 'html',
			html: writeSketchHtml({ code, playerCode, encodedFiles, home: homeStore, openingComment, title, language })
		};
	} finally {
		compiler.dispose();
	}
}
