/** The esbuild plugin that resolves imports, and gives files ids that cannot confuse esbuild. */
import type { OnLoadResult, OnResolveArgs, OnResolveResult, Plugin } from 'esbuild-wasm';
import type { Files } from '../../contract.ts';
import { readForEsbuild } from '../loader.ts';
import type { PartFiles } from './part-files.ts';
import type { WrittenImport } from './compiled-store.ts';
import { exportNamesOfData } from './data-names.ts';
import { FILE_IMPORT_PREFIX, STAND_IN_IMPORT_PREFIX, STAND_IN_PREFIX, writeAmbiguousNamesModule } from './stand-in.ts';

export interface UnresolvedImport {
	specifier: string;
	/** The importing file; null for an entry of the bundle, which no file imports. */
	importer: string | null;
}

/** Ids of files for esbuild, and the imports that esbuild found in each file. */
export class FileLookup {
	readonly #files: Files;
	readonly #paths: ReadonlyMap<string, string>;
	readonly #imports = new Map<string, Map<string, WrittenImport>>();
	readonly #specifiers = new Map<string, Map<string, number>>();

	constructor(files: Files) {
		this.#files = files;
		this.#paths = new Map(Object.keys(files).map((path) => [this.idOf(path), path]));
	}

	/**
	 * Returns the file's id: its path, in which characters are escaped that could end a comment or have a meaning for esbuild.
	 */
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

	/** Returns the specifiers that a file imports; the number after `open:` is an index of this list. */
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

export function createLookupPlugin(files: PartFiles, lookup: FileLookup): Plugin {
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

/** Returns esbuild's error for an import that resolves to nothing. */
export function missingImportError(specifier: string, importer: string | null): OnResolveResult {
	const detail: UnresolvedImport = { specifier, importer };
	return { errors: [{ text: `Cannot find "${specifier}"`, detail }] };
}
