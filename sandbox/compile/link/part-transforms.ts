/** Compiles files one by one, if a build would have the same result. */
import type { Esbuild } from '../esbuild.ts';
import { isCodeFile } from '../loader.ts';
import type { BundlePart } from './bundle-part.ts';
import type { ImportMeaning, WrittenImport } from './compiled-store.ts';
import type { CompiledUnit } from './compiled-unit.ts';
import type { PartFiles } from './part-files.ts';
import { FILE_IMPORT_PREFIX } from './stand-in.ts';
import { compileTransformedFile, transformFile, type TransformedFile } from './transform-file.ts';

/** Upper limit of files that are compiled at the same time. */
const MAX_FILES_AT_ONCE = 40;

export class PartTransforms {
	readonly #esbuild: Esbuild;
	readonly #part: BundlePart;
	readonly #files: PartFiles;
	/** Compiled files by path; undefined for a file that needs a build. */
	readonly #transformedFileByPath = new Map<string, TransformedFile | undefined>();

	constructor(esbuild: Esbuild, part: BundlePart, files: PartFiles) {
		this.#esbuild = esbuild;
		this.#part = part;
		this.#files = files;
	}

	/** Stores the imports and exports of unknown files. What the imports mean is known once all files are stored. */
	async storeOutlines(unknownPaths: () => string[]): Promise<void> {
		const isUntried = (path: string) => isCodeFile(path) && !this.#transformedFileByPath.has(path);
		const nextPaths = () => unknownPaths().filter(isUntried).slice(0, MAX_FILES_AT_ONCE);
		for (let paths = nextPaths(); paths.length > 0; paths = nextPaths()) {
			const files = await Promise.all(paths.map((path) => this.#transform(path)));
			const results = files.map((file, index) => ({ file, path: paths[index] ?? '' }));
			this.#files.storeFiles(
				results.flatMap(({ file, path }) => (file === undefined ? [] : [{ ...file, path, unit: undefined }]))
			);
		}
	}

	/** Stores the compiled code of those files at `paths` whose imports esbuild's build need not check. */
	async storeUnits(paths: readonly string[], reached: readonly string[]): Promise<void> {
		// In a circle of imports, names are read from files that have not run yet. A build decides what those names are then.
		const circular = findFilesReachingCircles(reached, (path) => this.#files.filesImportedBy(path));
		for (const path of paths) {
			if (!isCodeFile(path) || circular.has(path)) continue;
			const file = this.#transformedFileByPath.has(path)
				? this.#transformedFileByPath.get(path)
				: await this.#transform(path);
			const unit = file && this.#unitOf(file, path);
			if (file !== undefined && unit !== undefined) this.#files.storeFiles([{ ...file, path, unit }]);
		}
	}

	async #transform(path: string): Promise<TransformedFile | undefined> {
		const file = await transformFile(this.#esbuild, this.#part.sources.files, path);
		const isMissing = (writtenImport: WrittenImport) =>
			this.#files.importMeaningOf(writtenImport, path).kind === 'missing';
		const usableFile = file?.imports.some(isMissing) === true ? undefined : file;
		this.#transformedFileByPath.set(path, usableFile);
		return usableFile;
	}

	#unitOf(file: TransformedFile, path: string): CompiledUnit | undefined {
		const names = new Map<string, string>();
		for (const writtenImport of file.imports) {
			const { specifier } = writtenImport;
			const name = this.#nameOf(this.#files.importMeaningOf(writtenImport, path), file.importedNames.get(specifier));
			if (name === undefined) return undefined;
			names.set(specifier, name);
		}
		return compileTransformedFile(file, path, this.#files.isTraced(path), names);
	}

	/**
	 * Returns the name by which an import is required; undefined if a name that is read from the imported file is declared in
	 * another file.
	 */
	#nameOf(meaning: ImportMeaning, importedNames: ReadonlySet<string> | undefined): string | undefined {
		if (meaning.kind === 'missing') return undefined;
		if (meaning.kind === 'written') return meaning.name;
		const { ownNames } = this.#files.outlineOf(meaning.path) ?? {};
		const areOwn = importedNames !== undefined && [...importedNames].every((name) => ownNames?.has(name));
		return areOwn ? FILE_IMPORT_PREFIX + meaning.path : undefined;
	}
}

/** Returns the files that import each other in a circle, and the files that reach a circle through imports. */
function findFilesReachingCircles(
	paths: readonly string[],
	targetsOf: (path: string) => readonly string[]
): ReadonlySet<string> {
	const importers = new Map<string, string[]>(paths.map((path) => [path, []]));
	const openTargets = new Map<string, number>();
	for (const path of paths) {
		const targets = new Set(targetsOf(path).filter((target) => importers.has(target)));
		openTargets.set(path, targets.size);
		for (const target of targets) importers.get(target)?.push(path);
	}
	// A file reaches no circle when none of the files that it imports does.
	const free = paths.filter((path) => openTargets.get(path) === 0);
	for (const path of free) {
		for (const importer of importers.get(path) ?? []) {
			const open = (openTargets.get(importer) ?? 0) - 1;
			openTargets.set(importer, open);
			if (open === 0) free.push(importer);
		}
	}
	const isFree = new Set(free);
	return new Set(paths.filter((path) => !isFree.has(path)));
}
