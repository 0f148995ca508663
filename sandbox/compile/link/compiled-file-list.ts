import type { Bundle, CompiledFileList, Sources } from '../../contract.ts';
import type { BundlePart } from './link.ts';
import { countLines, type CompiledUnit } from './compiled-store.ts';
import type { CompiledStore } from './compiled-store.ts';
import { LINKER_VERSION } from './link.ts';
import { PartFiles, type CompiledFile } from './part-files.ts';

/** Names the versions of esbuild and of the linker, which identify a compiler. Files of a compiler with other versions are compiled again. */
export const compilerVersionText = (esbuildVersion: string): string => `${esbuildVersion} ${LINKER_VERSION}`;

/** Not with guards or a prelude, because its files are then changed or divided. */
export const canListFiles = ({ listsFiles, guarded, dividesPrelude, page }: Sources): boolean =>
	listsFiles === true && !guarded && !dividesPrelude && page === undefined;

export function listCompiledFiles(
	compiler: string,
	code: string,
	units: ReadonlyMap<string, CompiledUnit>,
	files: PartFiles
): CompiledFileList {
	const helpers: [string, string][] = [];
	const addHelperOnce = (name: string, text: string): number => {
		const index = helpers.findIndex((helper) => helper[0] === name && helper[1] === text);
		return index === -1 ? helpers.push([name, text]) - 1 : index;
	};
	const listed = [...units].map(([path, unit]) => {
		const outline = files.outlineOf(path);
		if (outline === undefined) throw new Error(`${path} is not compiled`);
		return {
			path,
			start: code.indexOf(unit.code),
			length: unit.code.length,
			isModule: unit.isModule,
			isTraced: unit.map !== undefined,
			imports: files.importsOf(path).map(({ specifier, isStatic }) => ({ specifier, isStatic })),
			requestedNames: [...unit.requestedNames],
			helpers: [...unit.helpers].map(([name, text]) => addHelperOnce(name, text)),
			ownNames: [...outline.ownNames],
			again: [...outline.again].map(([name, origin]): [string, string, string] => [
				name,
				origin.specifier,
				origin.name
			]),
			starSpecifiers: [...outline.starSpecifiers]
		};
	});
	return { compiler, helpers, files: listed };
}

/** A stored file is used later if its text and the meaning of its imports are the same. */
export function storeListedFiles(store: CompiledStore, part: BundlePart, { code, map, files: list }: Bundle): void {
	if (list === undefined) return;
	const maps = readSourceMaps(map);
	const compiledFiles = list.files.map((entry): CompiledFile & { unit: CompiledUnit } => {
		const unitCode = code.slice(entry.start, entry.start + entry.length);
		return {
			path: entry.path,
			imports: entry.imports,
			outline: {
				isModule: entry.isModule,
				ownNames: new Set(entry.ownNames),
				again: new Map(entry.again.map(([name, specifier, origin]) => [name, { specifier, name: origin }])),
				starSpecifiers: entry.starSpecifiers
			},
			unit: {
				isModule: entry.isModule,
				code: unitCode,
				lineCount: countLines(unitCode),
				map: entry.isTraced ? maps.shift() : undefined,
				helpers: new Map(entry.helpers.flatMap((index) => list.helpers.slice(index, index + 1))),
				requestedNames: entry.requestedNames
			}
		};
	});
	const files = new PartFiles(store, part);
	// The exports of all files are stored first, because they decide what each import means.
	files.storeFiles(compiledFiles.map((file) => ({ ...file, unit: undefined })));
	files.storeFiles(compiledFiles);
}

function readSourceMaps(map: string): string[] {
	const sourceMap: unknown = JSON.parse(map);
	if (typeof sourceMap !== 'object' || sourceMap === null || !('sections' in sourceMap)) return [];
	const { sections } = sourceMap;
	return Array.isArray(sections) ? sections.map((section: { map: unknown }) => JSON.stringify(section.map)) : [];
}
