/** Compiles several files with esbuild in one call, each by itself. */
import type { BuildResult } from 'esbuild-wasm';
import { ESBUILD_BUILD_OPTIONS, ESBUILD_FILE_OPTIONS, type Esbuild, type EsbuildOptions } from '../esbuild.ts';
import { isCodeFile } from '../loader.ts';
import type { CompiledFile, PartFiles } from './part-files.ts';
import { createLookupPlugin, type FileLookup } from './lookup.ts';
import { mayReexport, readExportOutline, type ExportOutline } from './file-exports.ts';
import { separateHelpers, countLines, setSourceMapPath, type CompiledUnit } from './compiled-unit.ts';

const FILE_BUILD_OPTIONS: EsbuildOptions = {
	...ESBUILD_BUILD_OPTIONS,
	...ESBUILD_FILE_OPTIONS,
	outdir: '/',
	metafile: true
};

/**
 * Compiles the files at `paths`, but reads only the outlines of the files in `outlinesOnly`. The outlines known so far decide
 * what an import means. Rejects with esbuild's error, whose messages name files by the ids of `lookup`.
 */
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
