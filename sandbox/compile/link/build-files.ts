import type { BuildResult, OnLoadResult, OnResolveArgs, OnResolveResult, Plugin } from 'esbuild-wasm';
import { ESBUILD_BUILD_OPTIONS, ESBUILD_FILE_OPTIONS, type Esbuild, type EsbuildOptions } from '../esbuild.ts';
import { isCodeFile, readForEsbuild, exportNamesOfData } from '../loader.ts';
import type { CompiledFile, PartFiles } from './part-files.ts';
import { mayReexport, readExportOutline, type ExportOutline } from './file-exports.ts';
import {
	separateHelpers,
	countLines,
	setSourceMapPath,
	type CompiledUnit,
	type WrittenImport
} from './compiled-store.ts';
import type { Files } from '../../contract.ts';
import {
	FILE_IMPORT_PREFIX,
	STAND_IN_IMPORT_PREFIX,
	STAND_IN_PREFIX,
	writeAmbiguousNamesModule
} from './export-origins.ts';

export interface UnresolvedImport {
	specifier: string;
	/** The importing file; null for an entry of the bundle, which no file imports. */
	importer: string | null;
}

export class FileLookup {
	readonly #files: Files;
	readonly #paths: ReadonlyMap<string, string>;
	readonly #imports = new Map<string, Map<string, WrittenImport>>();
	readonly #specifiers = new Map<string, Map<string, number>>();

	constructor(files: Files) {
		this.#files = files;
		this.#paths = new Map(Object.keys(files).map((path) => [this.idOf(path), path]));
	}

	/** The path, in which characters are escaped that could end a comment or have a meaning for esbuild. */
	idOf(path: string): string {
		return path.replaceAll(/[^\w./-]/g, (character) => `%${character.charCodeAt(0).toString(16)}%`);
	}

	pathOf(id: string): string {
		return this.#paths.get(id) ?? id;
	}

	textOf(path: string): string {
		return this.#files[path] ?? '';
	}

	loadForEsbuild(id: string): OnLoadResult {
		return readForEsbuild(this.#files, this.pathOf(id));
	}

	importsOf(path: string): WrittenImport[] {
		return [...(this.#imports.get(path)?.values() ?? [])];
	}

	specifiersOf(path: string): string[] {
		return [...(this.#specifiers.get(path)?.keys() ?? [])];
	}

	noteImport(path: string, writtenImport: WrittenImport): void {
		const imports = this.#imports.get(path) ?? new Map<string, WrittenImport>();
		this.#imports.set(path, imports.set(JSON.stringify(writtenImport), writtenImport));
	}

	numberedImportName(path: string, specifier: string): string {
		const specifiers = this.#specifiers.get(path) ?? new Map<string, number>();
		const index = specifiers.get(specifier) ?? specifiers.size;
		this.#specifiers.set(path, specifiers.set(specifier, index));
		return `open:${index}`;
	}
}

function createLookupPlugin(files: PartFiles, lookup: FileLookup): Plugin {
	const resolvedTo = (namespace: string, path: string): OnResolveResult => ({ namespace, path });
	const resolve = ({ path, importer, namespace, kind }: OnResolveArgs): OnResolveResult => {
		if (kind === 'entry-point') return resolvedTo(...splitPrefix(path));
		switch (namespace) {
			case 'data':
				return resolvedTo('given', importer);
			case 'given': {
				const from = lookup.pathOf(importer);
				const writtenImport = { specifier: path, isStatic: kind === 'import-statement' };
				lookup.noteImport(from, writtenImport);
				const meaning = files.importMeaningOf(writtenImport, from);
				if (meaning.kind === 'missing') return missingImportError(path, from);
				if (meaning.kind === 'written') return { path: meaning.name, external: true };
				return resolvedTo('names', lookup.idOf(meaning.path));
			}
			case 'open': {
				const from = lookup.pathOf(importer);
				lookup.noteImport(from, { specifier: path, isStatic: kind === 'import-statement' });
				return { path: lookup.numberedImportName(from, path), external: true };
			}
			default: {
				if (path.startsWith(FILE_IMPORT_PREFIX)) return { path, external: true };
				const [name, rest] = splitPrefix(path);
				const isFile = `${name}:` === STAND_IN_PREFIX || `${name}:` === STAND_IN_IMPORT_PREFIX;
				return resolvedTo(name, isFile ? lookup.idOf(rest) : rest);
			}
		}
	};
	const texts: Record<string, (path: string) => string> = {
		data: (id) => {
			const path = lookup.pathOf(id);
			const names = exportNamesOfData(path, lookup.textOf(path)).map((name) =>
				name === 'default' ? name : JSON.stringify(name)
			);
			return `export { ${names.join(', ')} } from "given:file";`;
		},
		names: (id) => files.standInText(lookup.pathOf(id)) ?? '',
		side: (id) => `import ${JSON.stringify(FILE_IMPORT_PREFIX + lookup.pathOf(id))};`,
		nothing: () => 'export {};',
		twice: writeAmbiguousNamesModule
	};
	return {
		name: 'lookup',
		setup(build) {
			build.onResolve({ filter: /.*/ }, resolve);
			build.onLoad({ filter: /.*/ }, ({ path, namespace }): OnLoadResult => {
				const text = texts[namespace];
				// Stand-ins are read as TypeScript, which allows exporting a name that the other module lacks.
				return text === undefined ? lookup.loadForEsbuild(path) : { contents: text(path), loader: 'ts' };
			});
		}
	};
}

function splitPrefix(name: string): [string, string] {
	const at = name.indexOf(':');
	return [name.slice(0, at), name.slice(at + 1)];
}

export function missingImportError(specifier: string, importer: string | null): OnResolveResult {
	const detail: UnresolvedImport = { specifier, importer };
	return { errors: [{ text: `Cannot find "${specifier}"`, detail }] };
}

const FILE_BUILD_OPTIONS: EsbuildOptions = {
	...ESBUILD_BUILD_OPTIONS,
	...ESBUILD_FILE_OPTIONS,
	outdir: '/',
	metafile: true
};

/** Of `outlinesOnly` only outlines are read; those known so far decide what imports mean. Errors name `lookup`'s ids. */
export async function buildFiles(
	esbuild: Esbuild,
	files: PartFiles,
	lookup: FileLookup,
	paths: readonly string[],
	outlinesOnly: ReadonlySet<string>
): Promise<CompiledFile[]> {
	const fileEntries = paths.map((path) => {
		const whole = outlinesOnly.has(path) ? undefined : `${isCodeFile(path) ? 'given' : 'data'}:${lookup.idOf(path)}`;
		const isUnknown = !files.hasStoredOutline(path) && isCodeFile(path);
		// The outline of a file that exports names of other files must be known before esbuild resolves those names.
		const isOpened = whole === undefined || (isUnknown && mayReexport(lookup.textOf(path)));
		return { path, whole, open: isOpened ? `open:${lookup.idOf(path)}` : undefined };
	});
	const entries = fileEntries.flatMap(({ whole, open }) => [whole, open].filter((entry) => entry !== undefined));
	const entryPoints = entries.map((entry, index) => ({ in: entry, out: String(index) }));
	const result = await esbuild.build({
		...FILE_BUILD_OPTIONS,
		entryPoints,
		plugins: [createLookupPlugin(files, lookup)]
	});
	return fileEntries.map(({ path, whole, open }) => {
		const unit = whole === undefined ? undefined : compiledUnitOf(result, whole, path, files.isTraced(path));
		const storedOutline = files.hasStoredOutline(path) ? files.outlineOf(path) : undefined;
		const outline =
			storedOutline ?? (open === undefined ? outlineOfUnit(unit) : outlineWithReexports(result, open, path, lookup));
		return { path, imports: lookup.importsOf(path), outline, unit };
	});
}

function outlineOfUnit(unit: CompiledUnit | undefined): ExportOutline {
	if (unit === undefined) throw new Error('Nothing was compiled.');
	return readExportOutline(unit.code, unit.isModule);
}

function outlineWithReexports(
	result: BuildResult<EsbuildOptions>,
	entry: string,
	path: string,
	lookup: FileLookup
): ExportOutline {
	const { code, isModule } = buildOutputOf(result, entry);
	return readExportOutline(code, isModule, lookup.specifiersOf(path));
}

function compiledUnitOf(
	result: BuildResult<EsbuildOptions>,
	entry: string,
	path: string,
	isTraced: boolean
): CompiledUnit {
	const { code, map, helpers, isModule, requests: requestedNames } = buildOutputOf(result, entry);
	return {
		isModule,
		code,
		lineCount: countLines(code),
		map: isTraced ? setSourceMapPath(map, `given:${entry.slice(entry.indexOf(':') + 1)}`, path) : undefined,
		helpers,
		requestedNames
	};
}

function buildOutputOf({ outputFiles, metafile }: BuildResult<EsbuildOptions>, entry: string) {
	const outputs = Object.entries(metafile?.outputs ?? {});
	const [name = '', written] = outputs.find(([, { entryPoint }]) => entryPoint === entry) ?? [];
	const textOf = (file: string) => outputFiles.find(({ path }) => fileNameOf(path) === file)?.text;
	const [code, map] = [textOf(fileNameOf(name)), textOf(`${fileNameOf(name)}.map`)];
	if (code === undefined || map === undefined || written === undefined) throw new Error('esbuild gave no code');
	const isModule = entry.startsWith('data:') || metafile?.inputs[entry]?.format === 'esm';
	const requests = [...new Set(written.imports.map(({ path }) => path))];
	return { ...separateHelpers(code, map), isModule, requests };
}

const fileNameOf = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
