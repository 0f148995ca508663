import { PAGE_FILE, PROGRAM_FILE } from '#lib/domain/project.ts';
import { m } from '#lib/paraglide/messages.js';
import { libraryNamesOf } from '#sandbox/libraries/recognise.ts';
import type { SourcePlace } from '#sandbox/report.ts';
import type { Idea } from '../ideas/idea.ts';
import type { ProjectSession } from './project-session.svelte.ts';

interface ProgramEditor {
	changeAtCaret(change: (text: string, caret: number) => { text: string; caret: number }): void;
	replaceText(file: string, text: string): void;
	goToPlace(place: SourcePlace): void;
}

export const canInsertIdeas = ({ hasDocument, files }: ProjectSession): boolean =>
	!hasDocument || libraryNamesOf(files[PAGE_FILE] ?? '').length === 0;

export async function insertIdeaIntoProgram(session: ProjectSession, editor: ProgramEditor, idea: Idea): Promise<void> {
	const { insertIdea, appendPageIdea } = await import('../ideas/insertion.ts');
	if (!session.hasDocument) return editor.changeAtCaret((text, caret) => insertIdea(text, caret, idea));
	const { text, caret } = appendPageIdea(session.files[PROGRAM_FILE] ?? '', idea, Object.keys(session.files));
	editor.replaceText(PROGRAM_FILE, text);
	editor.goToPlace({ file: PROGRAM_FILE, line: text.slice(0, caret).split('\n').length, column: 1 });
}

export async function findOwnFileIdea({ files, hasDocument, language }: ProjectSession, path: string): Promise<Idea> {
	// Among the data files only maps have lines to insert, so a `.json` file is taken for a map.
	if (path.endsWith('.json')) {
		const { pageIdeaOfMap, sketchIdeaOfMap } = await import('../files/own-file-idea.ts');
		return hasDocument ? pageIdeaOfMap(path) : sketchIdeaOfMap(path);
	}
	const [{ ideaOfOwnFile, pageIdeaOfOwnFile }, { loadModuleDeclarations }] = await Promise.all([
		import('../files/own-file-idea.ts'),
		import('#sandbox/index.ts')
	]);
	const program = files[PROGRAM_FILE] ?? '';
	if (hasDocument) return pageIdeaOfOwnFile(path, program, m.files_alt());
	const { 'braise/draw': declarations = '' } = await loadModuleDeclarations(language, false);
	return ideaOfOwnFile(path, program, declarations);
}
