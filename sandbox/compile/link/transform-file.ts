/** Compiles one file with esbuild's `transform`, which is faster than a build and does not look at other files. */
import { isBuildFailure, TRANSFORM_OPTIONS, type Esbuild } from '../esbuild.ts';
import { countLines, nameMapSource, readHelpers, withoutLines, type Unit } from './compiled-unit.ts';
import { mayExportAgain, outlineOf, type Outline } from './file-exports.ts';
import type { WrittenImport } from './compiled-store.ts';
import type { Files } from '../../contract.ts';
import { readForEsbuild } from '../loader.ts';

/** A file compiled without regard to others. Its code still requires modules by the specifiers that its author wrote. */
export interface TransformedFile {
	outline: Outline;
	imports: readonly WrittenImport[];
	/** Names read from each import; undefined for a namespace, which may be read in any way. */
	importedNames: ReadonlyMap<string, ReadonlySet<string> | undefined>;
	code: string;
	map: string;
	helpers: ReadonlyMap<string, string>;
}

const SOURCE_NAME = 'given.ts';
/** How esbuild begins the code of a module with exports, after its helpers. */
const EXPORTS_START = 'var given_exports = {};\n';
const HEAD_END = 'module.exports = __toCommonJS(given_exports);\n';
/**
 * Words that need a build: imports that run later, attributes of imports, and a name that a build renames and `transform` does not. They
 * may stand in a comment, which only costs time.
 */
const NEEDS_BUILD = /\brequire\b|\bimport\s*[(.]|\bwith\s*\{|\\u|\bexports\b|given_exports/;
const REQUIRE_LINE = /^(?:var ([\p{ID_Continue}$]+) = )?(__toESM\()?require\(("(?:[^"\\]|\\.)*")\)\)?;$/u;

/**
 * Returns undefined for a file that needs a build: it is wrong, exports nothing, exports again what another file exports, or has imports
 * that run later.
 */
export async function transformFile(
	esbuild: Esbuild,
	files: Files,
	path: string
): Promise<TransformedFile | undefined> {
	const { contents, loader } = readForEsbuild(files, path);
	// JavaScript's unused imports are checked too.
	if (loader !== 'ts') return undefined;
	if (!/\bexport\b/.test(contents) || NEEDS_BUILD.test(contents) || mayExportAgain(contents)) return undefined;
	try {
		const options = { ...TRANSFORM_OPTIONS, loader, sourcefile: SOURCE_NAME };
		const { code, map, warnings } = await esbuild.transform(contents, options);
		// A build refuses some of what a transform warns of.
		return warnings.length > 0 ? undefined : readOutput(code, map);
	} catch (error) {
		// The build that follows says what is wrong.
		if (isBuildFailure(error)) return undefined;
		throw error;
	}
}

function readOutput(written: string, map: string): TransformedFile | undefined {
	const start = written.startsWith(EXPORTS_START) ? 0 : written.indexOf(`\n${EXPORTS_START}`) + 1;
	if (!written.startsWith(EXPORTS_START, start)) return undefined;
	const helperText = written.slice(0, start);
	const code = written.slice(start);
	const importedNames = code.includes(HEAD_END) ? readImports(code) : undefined;
	if (importedNames === undefined) return undefined;
	return {
		outline: outlineOf(code, true),
		imports: [...importedNames.keys()].map((specifier) => ({ specifier, isStatic: true })),
		importedNames,
		code,
		map: withoutLines(map, countLines(helperText)),
		helpers: readHelpers(helperText)
	};
}

/** Returns the names read from each import; undefined if one is read in another way than expected. */
function readImports(code: string): Map<string, Set<string> | undefined> | undefined {
	const imports = new Map<string, Set<string> | undefined>();
	const body = code.slice(code.indexOf(HEAD_END) + HEAD_END.length);
	let count = 0;
	for (const line of body.split('\n')) {
		const [, name, , quoted] = REQUIRE_LINE.exec(line) ?? [];
		if (quoted === undefined) break;
		count++;
		const specifier = JSON.parse(quoted) as string;
		const names = name === undefined ? new Set<string>() : namesReadFrom(name, body);
		const earlier = imports.has(specifier) ? imports.get(specifier) : new Set<string>();
		imports.set(specifier, names && earlier && new Set([...earlier, ...names]));
	}
	return code.split('require(').length - 1 === count ? imports : undefined;
}

/** Returns the properties that code reads from a variable; undefined if it uses the variable in another way. */
function namesReadFrom(variable: string, code: string): Set<string> | undefined {
	const uses = new RegExp(
		String.raw`(?<![\p{ID_Continue}$])${variable.replaceAll('$', String.raw`\$`)}(?![\p{ID_Continue}$])(?:\.([\p{ID_Continue}$]+))?`,
		'gu'
	);
	// The first use is the declaration.
	const [, ...reads] = code.matchAll(uses);
	const names = reads.map(([, name]) => name);
	return names.every((name) => name !== undefined) ? new Set(names) : undefined;
}

/** Returns the unit in which modules are required by their names in the bundle. */
export function resolveUnit(
	file: TransformedFile,
	path: string,
	isTraced: boolean,
	names: ReadonlyMap<string, string>
): Unit {
	const start = file.code.indexOf(HEAD_END) + HEAD_END.length;
	const lines = file.code.slice(start).split('\n');
	for (const [index, line] of lines.entries()) {
		const quoted = REQUIRE_LINE.exec(line)?.[3];
		if (quoted === undefined) break;
		const name = names.get(JSON.parse(quoted) as string);
		if (name !== undefined) lines[index] = line.replace(quoted, () => JSON.stringify(name));
	}
	const code = file.code.slice(0, start) + lines.join('\n');
	return {
		isModule: true,
		code,
		lineCount: countLines(code),
		map: isTraced ? nameMapSource(file.map, SOURCE_NAME, path) : undefined,
		helpers: file.helpers,
		requestedNames: [...new Set(names.values())]
	};
}
