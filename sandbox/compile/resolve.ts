/** Resolves imports by the role of the importing file. */
import type { Sources } from '../contract.ts';
import { DRAW, PROVIDED, VITEST } from './modules.ts';

/** The role of a file decides what it may import: the student's program never sees the scene or the checks. */
export type Role = 'program' | 'scene' | 'checks' | 'data';

export type Resolution = { kind: 'file'; path: string } | { kind: 'provided'; name: string } | { kind: 'missing' };

const FILES_SEEN: Record<Role, readonly Role[]> = {
	program: ['program', 'data'],
	scene: ['program', 'data', 'scene'],
	checks: ['program', 'data', 'checks'],
	data: ['data']
};

const MODULES_SEEN: Record<Role, readonly string[]> = {
	program: [DRAW],
	scene: [DRAW],
	checks: [VITEST],
	data: []
};

/** Returns the provided modules that a role may import. A page program may import none, as it has no canvas. */
function modulesFor(role: Role, { page }: Sources): readonly string[] {
	return page === undefined || role !== 'program' ? MODULES_SEEN[role] : [];
}

export function roleOf(path: string, sources: Sources): Role {
	if (path.startsWith('checks/') || sources.checks.includes(path)) return 'checks';
	if (path === sources.scene || (sources.scene !== undefined && path.startsWith('scene/'))) return 'scene';
	return path.startsWith('data/') ? 'data' : 'program';
}

export function resolve(specifier: string, importer: string, sources: Sources): Resolution {
	const role = roleOf(importer, sources);
	const provided = Object.hasOwn(PROVIDED, specifier) ? PROVIDED[specifier] : undefined;
	if (provided !== undefined && modulesFor(role, sources).includes(provided))
		return { kind: 'provided', name: provided };
	const path = fileOf(specifier, importer, sources);
	if (path !== undefined && FILES_SEEN[role].includes(roleOf(path, sources))) return { kind: 'file', path };
	return { kind: 'missing' };
}

/** Returns all files and modules that the importer may name, as it would write them. */
export function importable(importer: string, sources: Sources): string[] {
	const role = roleOf(importer, sources);
	const files = Object.keys(sources.files)
		.filter((path) => path !== importer && FILES_SEEN[role].includes(roleOf(path, sources)))
		.map((path) => relative(folderOf(importer, sources), path));
	return [...files, ...modulesFor(role, sources)];
}

function fileOf(specifier: string, importer: string, sources: Sources): string | undefined {
	const isRelative = specifier.startsWith('./') || specifier.startsWith('../');
	if (!isRelative && !specifier.startsWith('data/')) return undefined;
	const at = (base: string | undefined) => candidates(base).find((path) => Object.hasOwn(sources.files, path));
	const base = isRelative ? join(folderOf(importer, sources), specifier) : specifier;
	const found = at(base);
	if (!isRelative || roleOf(importer, sources) !== 'checks') return found;
	// The program keeps its name, even when a student's file has the same name without its extension.
	if (candidates(base).includes(sources.program)) return sources.program;
	// An author's file beside a check takes precedence over a student's file of that name.
	const beside = at(join(importer.split('/').slice(0, -1), specifier));
	const isHelper = beside !== undefined && roleOf(beside, sources) === 'checks' && !sources.checks.includes(beside);
	return isHelper ? beside : found;
}

function candidates(base: string | undefined): string[] {
	if (base === undefined) return [];
	const found = [base, `${base}.ts`, `${base}.js`, `${base}.json`];
	return base.endsWith('.js') ? [...found, `${base.slice(0, -3)}.ts`] : found;
}

/** Returns the folder for relative imports; a check resolves as if it stood at the root, beside the program. */
function folderOf(importer: string, sources: Sources): string[] {
	return roleOf(importer, sources) === 'checks' ? [] : importer.split('/').slice(0, -1);
}

function join(folder: string[], specifier: string): string | undefined {
	const parts = [...folder];
	for (const part of specifier.split('/')) {
		if (part === '.' || part === '') continue;
		if (part !== '..') parts.push(part);
		else if (parts.pop() === undefined) return undefined;
	}
	return parts.join('/');
}

function relative(folder: string[], path: string): string {
	const parts = path.split('/');
	let shared = 0;
	while (shared < folder.length && shared < parts.length - 1 && folder[shared] === parts[shared]) shared++;
	const up = '../'.repeat(folder.length - shared);
	return (up === '' ? './' : up) + parts.slice(shared).join('/');
}
