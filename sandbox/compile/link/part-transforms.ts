import { type Esbuild, isBuildFailure, ESBUILD_TRANSFORM_OPTIONS } from '../esbuild.ts';
import { isCodeFile, readForEsbuild } from '../loader.ts';
import type { BundlePart } from './link.ts';
import {
	type ImportMeaning,
	type WrittenImport,
	type CompiledUnit,
	countLines,
	setSourceMapPath,
	readEsbuildHelpers,
	removeSourceMapLines
} from './compiled-store.ts';
import type { PartFiles } from './part-files.ts';
import { FILE_IMPORT_PREFIX } from './export-origins.ts';
import { mayReexport, readExportOutline, type ExportOutline } from './file-exports.ts';
import type { Files } from '../../contract.ts';

interface TransformedFile {
	outline: ExportOutline;
	imports: readonly WrittenImport[];
	/** Names that the code reads from each import; undefined for a namespace, from which any name may be read. */
	importedNames: ReadonlyMap<string, ReadonlySet<string> | undefined>;
	head: string;
	body: string;
	map: string;
	helpers: ReadonlyMap<string, string>;
}

const TRANSFORM_SOURCE_NAME = 'given.ts';
const MODULE_EXPORTS_START = 'var given_exports = {};\n';
const MODULE_HEAD_END = 'module.exports = __toCommonJS(given_exports);\n';
/** Text that `transform` and a build compile differently. A match in a comment causes a needless build, but no error. */
const NEEDS_BUILD_PATTERN = /\brequire\b|\bimport\s*[(.]|\bwith\s*\{|\\u|\bexports\b|given_exports/;
const VARIABLE_USE_PATTERN =
	/(?<![\p{ID_Continue}$])([\p{ID_Start}$_][\p{ID_Continue}$]*)(?:\.([\p{ID_Continue}$]+))?/gu;
/** Matches a `require` whose specifier has no escapes. A file with escapes in a specifier gets a build. */
const REQUIRE_LINE_PATTERN = /^(?:var ([\p{ID_Continue}$]+) = )?(?:__toESM\()?require\("([^"\\]*)"\)\)?;$/u;

/** Undefined for a file that needs a build: it has errors, no exports, other files' names, or imports that run later. */
async function transformFile(esbuild: Esbuild, files: Files, path: string): Promise<TransformedFile | undefined> {
	const { contents, loader } = readForEsbuild(files, path);
	// JavaScript keeps unused imports, which only a build can check.
	if (loader !== 'ts') return undefined;
	if (!/\bexport\b/.test(contents) || NEEDS_BUILD_PATTERN.test(contents) || mayReexport(contents)) return undefined;
	try {
		const options = { ...ESBUILD_TRANSFORM_OPTIONS, loader, sourcefile: TRANSFORM_SOURCE_NAME };
		const { code, map, warnings } = await esbuild.transform(contents, options);
		// A warning may be an error in a build.
		return warnings.length > 0 ? undefined : readTransformOutput(code, map);
	} catch (error) {
		if (isBuildFailure(error)) return undefined;
		throw error;
	}
}

function readTransformOutput(written: string, map: string): TransformedFile | undefined {
	const start = written.startsWith(MODULE_EXPORTS_START) ? 0 : written.indexOf(`\n${MODULE_EXPORTS_START}`) + 1;
	if (!written.startsWith(MODULE_EXPORTS_START, start)) return undefined;
	const headEnd = written.indexOf(MODULE_HEAD_END, start) + MODULE_HEAD_END.length;
	if (headEnd < MODULE_HEAD_END.length) return undefined;
	const [helperText, head, body] = [written.slice(0, start), written.slice(start, headEnd), written.slice(headEnd)];
	const importedNames = readImportedNames(body);
	if (importedNames === undefined) return undefined;
	return {
		outline: readExportOutline(head, true),
		imports: [...importedNames.keys()].map((specifier) => ({ specifier, isStatic: true })),
		importedNames,
		head,
		body,
		map: removeSourceMapLines(map, countLines(helperText)),
		helpers: readEsbuildHelpers(helperText)
	};
}

/** Undefined if esbuild wrote the imports in another form than expected. */
function readImportedNames(body: string): Map<string, Set<string> | undefined> | undefined {
	const imports = new Map<string, Set<string> | undefined>();
	const specifiers = new Map<string, string>();
	let count = 0;
	for (const line of body.split('\n')) {
		const [, variable, specifier] = REQUIRE_LINE_PATTERN.exec(line) ?? [];
		if (specifier === undefined) break;
		count++;
		imports.set(specifier, new Set());
		if (variable !== undefined) specifiers.set(variable, specifier);
	}
	if (body.split('require(').length - 1 !== count) return undefined;
	for (const [variable, property] of variableUsesIn(specifiers, body)) {
		const specifier = specifiers.get(variable) ?? '';
		if (property === undefined) imports.set(specifier, undefined);
		else imports.get(specifier)?.add(property);
	}
	return imports;
}

function variableUsesIn(variables: ReadonlyMap<string, string>, code: string): [string, string | undefined][] {
	const declared = new Set<string>();
	const uses: [string, string | undefined][] = [];
	for (const [, variable = '', property] of code.matchAll(VARIABLE_USE_PATTERN)) {
		if (!variables.has(variable)) continue;
		if (declared.has(variable)) uses.push([variable, property]);
		else declared.add(variable);
	}
	return uses;
}

function compileTransformedFile(
	file: TransformedFile,
	path: string,
	isTraced: boolean,
	names: ReadonlyMap<string, string>
): CompiledUnit {
	const lines = file.body.split('\n');
	for (const [index, line] of lines.entries()) {
		const specifier = REQUIRE_LINE_PATTERN.exec(line)?.[2];
		if (specifier === undefined) break;
		const name = names.get(specifier) ?? specifier;
		lines[index] = line.replace(`"${specifier}"`, () => JSON.stringify(name));
	}
	const code = file.head + lines.join('\n');
	return {
		isModule: true,
		code,
		lineCount: countLines(code),
		map: isTraced ? setSourceMapPath(file.map, TRANSFORM_SOURCE_NAME, path) : undefined,
		helpers: file.helpers,
		requestedNames: [...new Set(names.values())]
	};
}

const MAX_FILES_AT_ONCE = 40;

export class PartTransforms {
	readonly #esbuild: Esbuild;
	readonly #part: BundlePart;
	readonly #files: PartFiles;
	readonly #transformedFileByPath = new Map<string, TransformedFile | undefined>();

	constructor(esbuild: Esbuild, part: BundlePart, files: PartFiles) {
		this.#esbuild = esbuild;
		this.#part = part;
		this.#files = files;
	}

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

	/** Undefined if a name that is read from the imported file is declared in another file. */
	#nameOf(meaning: ImportMeaning, importedNames: ReadonlySet<string> | undefined): string | undefined {
		if (meaning.kind === 'missing') return undefined;
		if (meaning.kind === 'written') return meaning.name;
		const { ownNames } = this.#files.outlineOf(meaning.path) ?? {};
		const areOwn = importedNames !== undefined && [...importedNames].every((name) => ownNames?.has(name));
		return areOwn ? FILE_IMPORT_PREFIX + meaning.path : undefined;
	}
}

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
