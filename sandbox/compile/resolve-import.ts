import type { Sources } from '../contract.ts';
import { DRAW_MODULE, KIT_FILE_PATH, KIT_MODULE, PROVIDED_MODULES, VITEST_MODULE } from './modules.ts';

/** The role of a file, which decides what it may import. The student's program may import neither the scene nor the checks. */
export type FileRole = 'program' | 'scene' | 'checks' | 'data' | 'kit';

export type ImportResolution =
	| { kind: 'file'; path: string }
	| { kind: 'provided'; name: string }
	| { kind: 'missing' };

const IMPORTABLE_ROLES_BY_ROLE: Record<FileRole, readonly FileRole[]> = {
	program: ['program', 'data'],
	scene: ['program', 'data', 'scene'],
	checks: ['program', 'data', 'checks'],
	data: ['data'],
	kit: []
};

const IMPORTABLE_MODULES_BY_ROLE: Record<FileRole, readonly string[]> = {
	program: [DRAW_MODULE],
	scene: [DRAW_MODULE],
	checks: [VITEST_MODULE],
	data: [],
	kit: [DRAW_MODULE]
};

/** A page program may import none, because it has no canvas. */
function importableModulesFor(role: FileRole, { page }: Sources): readonly string[] {
	return page === undefined || role !== 'program' ? IMPORTABLE_MODULES_BY_ROLE[role] : [];
}

export function fileRoleOf(path: string, sources: Sources): FileRole {
	if (path.startsWith('checks/') || sources.checks.includes(path)) return 'checks';
	if (path === sources.scene || (sources.scene !== undefined && path.startsWith('scene/'))) return 'scene';
	if (path === KIT_FILE_PATH) return 'kit';
	return path.startsWith('data/') ? 'data' : 'program';
}

function mayImportKit(role: FileRole, { files, scene, page }: Sources): boolean {
	if (!Object.hasOwn(files, KIT_FILE_PATH)) return false;
	return role === 'scene' || (role === 'program' && scene === undefined && page === undefined);
}

export function resolveImport(specifier: string, importer: string, sources: Sources): ImportResolution {
	const role = fileRoleOf(importer, sources);
	const provided = Object.hasOwn(PROVIDED_MODULES, specifier) ? PROVIDED_MODULES[specifier] : undefined;
	if (provided !== undefined && importableModulesFor(role, sources).includes(provided))
		return { kind: 'provided', name: provided };
	if (specifier === KIT_MODULE && mayImportKit(role, sources)) return { kind: 'file', path: KIT_FILE_PATH };
	const path = importedFileOf(specifier, importer, sources);
	if (path !== undefined && IMPORTABLE_ROLES_BY_ROLE[role].includes(fileRoleOf(path, sources)))
		return { kind: 'file', path };
	return { kind: 'missing' };
}

export function importableSpecifiers(importer: string, sources: Sources): string[] {
	const role = fileRoleOf(importer, sources);
	const files = Object.keys(sources.files)
		.filter((path) => path !== importer && IMPORTABLE_ROLES_BY_ROLE[role].includes(fileRoleOf(path, sources)))
		.map((path) => relativeSpecifier(importFolderOf(importer, sources), path));
	return [...files, ...importableModulesFor(role, sources), ...(mayImportKit(role, sources) ? [KIT_MODULE] : [])];
}

function importedFileOf(specifier: string, importer: string, sources: Sources): string | undefined {
	const isRelative = specifier.startsWith('./') || specifier.startsWith('../');
	if (!isRelative && !specifier.startsWith('data/')) return undefined;
	const existingFileAt = (base: string | undefined) =>
		candidatePaths(base).find((path) => Object.hasOwn(sources.files, path));
	const base = isRelative ? joinPath(importFolderOf(importer, sources), specifier) : specifier;
	const target = existingFileAt(base);
	if (!isRelative || fileRoleOf(importer, sources) !== 'checks') return target;
	// `./main` in a check means the program, even when a student's file has the same name with another extension.
	if (candidatePaths(base).includes(sources.program)) return sources.program;
	// An author's file beside a check takes precedence over a student's file of the same name.
	const beside = existingFileAt(joinPath(importer.split('/').slice(0, -1), specifier));
	const isHelper = beside !== undefined && fileRoleOf(beside, sources) === 'checks' && !sources.checks.includes(beside);
	return isHelper ? beside : target;
}

function candidatePaths(base: string | undefined): string[] {
	if (base === undefined) return [];
	const paths = [base, `${base}.ts`, `${base}.js`, `${base}.json`];
	return base.endsWith('.js') ? [...paths, `${base.slice(0, -3)}.ts`] : paths;
}

/** A check starts at the root, where the program is. */
function importFolderOf(importer: string, sources: Sources): string[] {
	return fileRoleOf(importer, sources) === 'checks' ? [] : importer.split('/').slice(0, -1);
}

function joinPath(folder: string[], specifier: string): string | undefined {
	const parts = [...folder];
	for (const part of specifier.split('/')) {
		if (part === '.' || part === '') continue;
		if (part !== '..') parts.push(part);
		else if (parts.pop() === undefined) return undefined;
	}
	return parts.join('/');
}

function relativeSpecifier(folder: string[], path: string): string {
	const parts = path.split('/');
	let depth = 0;
	while (depth < folder.length && depth < parts.length - 1 && folder[depth] === parts[depth]) depth++;
	const up = '../'.repeat(folder.length - depth);
	return (up === '' ? './' : up) + parts.slice(depth).join('/');
}
