import { isCodeFile, loaderOf } from '../loader.ts';
import { fileRoleOf } from '../resolve-import.ts';
import { guessImports, guessExportOutline } from './file-exports.ts';
import { RAW_DATA_PREFIX } from './link.ts';
import { ExportOrigins, type OutlineSource } from './export-origins.ts';
import { getOrCompute } from './export-origins.ts';
import { FILE_IMPORT_PREFIX, writeStandIn } from './export-origins.ts';
import type { ExportOutline } from './file-exports.ts';
import { importTargetOf, type BundlePart, type ImportTarget } from './link.ts';
import type { StoredCompiledFile, ImportMeaning, CompiledStore, WrittenImport } from './compiled-store.ts';
import type { CompiledUnit } from './compiled-store.ts';

export interface CompiledFile {
	path: string;
	imports: readonly WrittenImport[];
	outline: ExportOutline;
	/** Undefined when only the outline was read. */
	unit: CompiledUnit | undefined;
}

export class PartFiles implements OutlineSource {
	readonly #compiledStore: CompiledStore;
	readonly #part: BundlePart;
	readonly #fileByPath = new Map<string, StoredCompiledFile | undefined>();
	readonly #targets = new Map<string, ImportTarget>();
	readonly #guesses = new Map<string, ExportOutline | undefined>();
	#origins = new ExportOrigins(this);
	readonly #standIns = new Map<string, string | undefined>();
	readonly #units = new Map<string, CompiledUnit | undefined>();
	/** Imports of files that do not compile. The imported files are compiled all the same, to report their errors as well. */
	readonly #importsOfFailedFiles = new Map<string, WrittenImport[]>();

	constructor(compiledStore: CompiledStore, part: BundlePart) {
		this.#compiledStore = compiledStore;
		this.#part = part;
	}

	reachedPaths(entries: readonly string[]): string[] {
		return this.#pathsReachedFrom(entries, (path) => this.importsOf(path).map(({ specifier }) => specifier));
	}

	reachablePaths(entries: readonly string[]): string[] {
		const { files } = this.#part.sources;
		return this.#pathsReachedFrom(entries, (path) => {
			if (this.hasStoredOutline(path) || !isCodeFile(path))
				return this.importsOf(path).map(({ specifier }) => specifier);
			return guessImports(files[path] ?? '');
		});
	}

	#pathsReachedFrom(entries: readonly string[], specifiersOf: (path: string) => string[]): string[] {
		const reachedPaths = new Set<string>();
		const waitingPaths = [...entries];
		for (let path = waitingPaths.pop(); path !== undefined; path = waitingPaths.pop()) {
			if (reachedPaths.has(path)) continue;
			reachedPaths.add(path);
			for (const specifier of specifiersOf(path)) {
				const target = this.#targetOf(specifier, path);
				if (target.kind === 'file') waitingPaths.push(target.path);
			}
		}
		return [...reachedPaths];
	}

	findOutsideImports(paths: readonly string[]): string[] {
		const targets = paths.flatMap((path) =>
			this.importsOf(path).map(({ specifier }) => this.#targetOf(specifier, path))
		);
		return [...new Set(targets.flatMap((target) => (target.kind === 'outside' && target.isFile ? [target.name] : [])))];
	}

	findProgramFreePaths(paths: readonly string[]): Set<string> {
		const { sources } = this.#part;
		const isAuthorsFile = (path: string) =>
			path !== sources.scene && ['scene', 'data', 'kit'].includes(fileRoleOf(path, sources));
		const programFreePaths = new Set(paths.filter(isAuthorsFile));
		for (let size = -1; size !== programFreePaths.size;) {
			size = programFreePaths.size;
			for (const path of programFreePaths)
				if (this.filesImportedBy(path).some((target) => !programFreePaths.has(target))) programFreePaths.delete(path);
		}
		return programFreePaths;
	}

	filesImportedBy(path: string): string[] {
		return this.importsOf(path).flatMap(({ specifier }) => {
			const target = this.#targetOf(specifier, path);
			return target.kind === 'file' ? [target.path] : [];
		});
	}

	importsOf(path: string): readonly WrittenImport[] {
		return this.#storedFileOf(path)?.imports ?? this.#importsOfFailedFiles.get(path) ?? [];
	}

	addFailedFileImports(path: string, imports: WrittenImport[]): void {
		this.#importsOfFailedFiles.set(path, imports);
	}

	hasStoredOutline(path: string): boolean {
		return this.#storedFileOf(path) !== undefined;
	}

	outlineOf(path: string): ExportOutline | undefined {
		const storedFile = this.#storedFileOf(path);
		if (storedFile !== undefined) return storedFile.outline;
		return getOrCompute(this.#guesses, path, () => guessExportOutline(path, this.#part.sources.files[path] ?? ''));
	}

	/** Undefined if the imports no longer mean what they meant when it was compiled. */
	unitOf(path: string): CompiledUnit | undefined {
		return getOrCompute(this.#units, path, () => {
			const storedFile = this.#storedFileOf(path);
			if (storedFile?.compilation?.isTraced !== this.isTraced(path)) return undefined;
			const { unit, meanings } = storedFile.compilation;
			return storedFile.imports.every((one, index) =>
				isSameImportMeaning(this.importMeaningOf(one, path), meanings[index])
			)
				? unit
				: undefined;
		});
	}

	storeFiles(files: readonly CompiledFile[]): void {
		const all = files.map(({ path, imports }) => imports.map((one) => this.importMeaningOf(one, path)));
		const areNew = files.some(({ path }) => !this.hasStoredOutline(path));
		files.forEach(({ path, outline, imports, unit }, index) => {
			const compilation = unit && { compilation: { unit, isTraced: this.isTraced(path), meanings: all[index] ?? [] } };
			const storedFile: StoredCompiledFile = { outline, imports, ...compilation };
			this.#compiledStore.set(this.#key(path), storedFile);
			this.#fileByPath.set(path, storedFile);
			this.#units.delete(path);
		});
		// A file's exports depend on its text alone, so origins of names change only when a new file becomes known.
		if (!areNew) return;
		this.#origins = new ExportOrigins(this);
		this.#standIns.clear();
		this.#units.clear();
	}

	fileWithKnownExports(specifier: string, importer: string): string | undefined {
		const target = this.#targetOf(specifier, importer);
		if (target.kind !== 'file' || target.isAcrossParts) return undefined;
		return this.outlineOf(target.path)?.isModule === false ? undefined : target.path;
	}

	isTypeScript(path: string): boolean {
		return loaderOf(path) === 'ts';
	}

	importMeaningOf({ specifier, isStatic }: WrittenImport, importer: string): ImportMeaning {
		const target = this.#targetOf(specifier, importer);
		if (target.kind === 'missing') return target;
		if (target.kind === 'outside') return { kind: 'written', name: target.name };
		const { path, isAcrossParts } = target;
		if (!isStatic) return { kind: 'written', name: (isCodeFile(path) ? FILE_IMPORT_PREFIX : RAW_DATA_PREFIX) + path };
		const text = isAcrossParts ? undefined : this.standInText(path);
		return text === undefined ? { kind: 'written', name: FILE_IMPORT_PREFIX + path } : { kind: 'stand-in', path, text };
	}

	/** Undefined while the origin of some name is `open`. */
	standInText(path: string): string | undefined {
		return getOrCompute(this.#standIns, path, () => {
			const origins = this.outlineOf(path)?.isModule === true ? this.#origins.originsOf(path) : undefined;
			return origins && writeStandIn(path, origins);
		});
	}

	/** Errors in a scene or in the kit get no source place, because students do not see those files. */
	isTraced(path: string): boolean {
		const { sources } = this.#part;
		const role = fileRoleOf(path, sources);
		return role !== 'kit' && (sources.tracesScene === true || role !== 'scene');
	}

	#targetOf(specifier: string, importer: string): ImportTarget {
		const key = `${importer}\0${specifier}`;
		return getOrCompute(this.#targets, key, () => importTargetOf(specifier, importer, this.#part));
	}

	#storedFileOf(path: string): StoredCompiledFile | undefined {
		return getOrCompute(this.#fileByPath, path, () => this.#compiledStore.get(this.#key(path)));
	}

	#key(path: string): string {
		return `${path}\0${this.#part.sources.files[path] ?? ''}`;
	}
}

function isSameImportMeaning(one: ImportMeaning, other: ImportMeaning | undefined): boolean {
	if (one.kind === 'stand-in') return other?.kind === 'stand-in' && one.path === other.path && one.text === other.text;
	return one.kind === 'written' && other?.kind === 'written' && one.name === other.name;
}
