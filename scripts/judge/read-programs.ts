import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, relative, resolve } from 'node:path';
import type { Files } from '#sandbox/contract.ts';
import { ArgumentError } from './arguments.ts';

const CODE_FILE_PATTERN = /\.(ts|js)$/;
const READABLE_FILE_PATTERN = /\.(ts|js|json|csv|txt|md)$/;
const CHECK_FILE_PATTERN = /[.-](test|spec)\.(ts|js)$/;
const RELATIVE_IMPORT_PATTERN = /(?:from|import|require\()\s*['"]\.\/([^'"]+)['"]/g;

export interface JudgedProgram {
	name: string;
	files: Files;
	program: string;
}

export interface CheckFiles {
	authorFiles: Files;
	checks: string[];
}

export function readCheckFiles(paths: string[]): CheckFiles {
	const authorFiles: Files = {};
	for (const path of paths) {
		const allPaths = isFolder(path) ? listFilePaths(path).filter((file) => CODE_FILE_PATTERN.test(file)) : [path];
		const checkFiles = allPaths.filter((file) => CHECK_FILE_PATTERN.test(file));
		for (const file of isFolder(path) && checkFiles.length > 0 ? checkFiles : allPaths) {
			const place = isFolder(path) ? relative(resolve(path), resolve(file)) : basename(file);
			authorFiles[`checks/${place.replaceAll('\\', '/')}`] = readText(file);
		}
	}
	const checks = Object.keys(authorFiles);
	if (checks.length === 0) throw new ArgumentError('there are no checks');
	return { authorFiles, checks };
}

export function readProgram(path: string, { authorFiles }: CheckFiles): JudgedProgram {
	const importNames = [
		...new Set(
			Object.values(authorFiles).flatMap((text) =>
				[...text.matchAll(RELATIVE_IMPORT_PATTERN)].map(([, name]) => name ?? '')
			)
		)
	];
	if (!isFolder(path)) return readSingleFileProgram(path, importNames);
	const files: Files = {};
	for (const file of listFilePaths(path)) {
		if (READABLE_FILE_PATTERN.test(file) && !CHECK_FILE_PATTERN.test(file))
			files[relative(resolve(path), resolve(file)).replaceAll('\\', '/')] = readText(file);
	}
	const importedFile = importNames.map((name) => findImportedFile(name, files)).find((name) => name !== undefined);
	const program =
		['main.ts', 'main.js'].find((name) => name in files) ??
		importedFile ??
		Object.keys(files).find((name) => CODE_FILE_PATTERN.test(name));
	if (program === undefined) throw new ArgumentError(`${path}: there is no program`);
	return { name: basename(resolve(path)), files, program };
}

/** Becomes the module that the checks import, whatever the file's name is. */
function readSingleFileProgram(path: string, importNames: string[]): JudgedProgram {
	const name = basename(path);
	const text = readText(path);
	const files: Files = { [name]: text };
	if (importNames.some((other) => findImportedFile(other, files) !== undefined)) return { name, files, program: name };
	const [first] = importNames.filter((other) => !other.startsWith('data/'));
	const place = first === undefined ? name : CODE_FILE_PATTERN.test(first) ? first : `${first}${extname(name)}`;
	return { name, files: { [place]: text }, program: place };
}

function findImportedFile(name: string, files: Files): string | undefined {
	const candidates = [name, `${name}.ts`, `${name}.js`, name.replace(/\.js$/, '.ts')];
	return candidates.find((candidate) => Object.hasOwn(files, candidate) && CODE_FILE_PATTERN.test(candidate));
}

export function listSubfolders(path: string): string[] {
	try {
		const entries = readdirSync(path, { withFileTypes: true });
		return entries
			.filter((entry) => entry.isDirectory())
			.map(({ name }) => join(path, name))
			.sort();
	} catch {
		throw new ArgumentError(`${path} cannot be read`);
	}
}

function listFilePaths(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.filter((path) => !/(^|[\\/])(node_modules|\.[^\\/]+)[\\/]/.test(relative(folder, path)))
		.sort();
}

function isFolder(path: string): boolean {
	try {
		return statSync(path).isDirectory();
	} catch {
		throw new ArgumentError(`${path} cannot be read`);
	}
}

function readText(path: string): string {
	try {
		return readFileSync(path, 'utf8').replace(/\r\n?/g, '\n');
	} catch {
		throw new ArgumentError(`${path} cannot be read`);
	}
}
