import type { Bundle, Files, Sources } from '#sandbox/contract.ts';
import { compileInNode } from '#sandbox/compile/node/index.ts';
import type { Language } from '#lib/domain/language.ts';
import { findAuthorSourcePlace, type ParsedExamples } from './examples.ts';
import type { ContentProblem } from './content-problem.ts';

export interface OpenedProgram {
	files: Files;
	language: Language;
	step?: string;
}

/** Without checks, check files are left out, so that a changed check does not change the bundle. */
export function gatherBundleSources(program: Files, surroundings: Files, checks: string[]): Sources {
	const scene = Object.hasOwn(surroundings, 'scene.ts') ? { scene: 'scene.ts' } : {};
	const around = Object.entries(surroundings).filter(([path]) => checks.length > 0 || !path.startsWith('checks/'));
	return { files: { ...program, ...Object.fromEntries(around) }, program: 'main.ts', ...scene, checks };
}

/** Compiles the start program without its checks, because nothing runs them before the first edit. */
export async function compileStartBundle(start: OpenedProgram, surroundings: Files): Promise<Bundle> {
	const compilation = await compileInNode({ ...gatherBundleSources(start.files, surroundings, []), listsFiles: true });
	return compilation.kind === 'bundle' ? compilation.bundle : { code: '', map: '' };
}

/** `author` holds the author's files, whose paths the problems name. */
export async function findCompileProblems(
	opened: OpenedProgram,
	surroundings: Files,
	author: Files,
	lineOrigins: ParsedExamples['lineOrigins']
): Promise<ContentProblem[]> {
	const checks = Object.keys(surroundings).filter((path) => path.startsWith('checks/'));
	const compilation = await compileInNode(gatherBundleSources(opened.files, surroundings, checks));
	if (compilation.kind === 'bundle') return [];
	if (compilation.kind === 'too-large') {
		const file = findAuthorPath('main.ts', startFoldersOf(opened), author);
		return [{ file, line: 1, message: 'it is too large to compile, with what stands around it' }];
	}
	return compilation.diagnostics.map((diagnostic) => {
		const message =
			diagnostic.kind === 'syntax' ? diagnostic.message : `there is no "${diagnostic.specifier}" to import`;
		const { file, line } = diagnostic.place;
		return {
			...findAuthorSourcePlace({ file: findAuthorPath(file, startFoldersOf(opened), author), line }, lineOrigins),
			message
		};
	});
}

export function findAuthorPath(path: string, folders: string[], author: Files): string {
	return folders.map((folder) => folder + path).find((candidate) => Object.hasOwn(author, candidate)) ?? path;
}

function startFoldersOf({ language, step }: OpenedProgram): string[] {
	const folders = [`start/${language}/`, 'start/common/'];
	return [...(step ? folders.map((folder) => `${folder}${step}/`) : []), ...folders];
}
