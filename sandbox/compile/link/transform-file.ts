/** Compiles one file with esbuild's `transform`, which is faster than a build and reads no other file. */
import { isBuildFailure, ESBUILD_TRANSFORM_OPTIONS, type Esbuild } from '../esbuild.ts';
import {
	countLines,
	setSourceMapPath,
	readEsbuildHelpers,
	removeSourceMapLines,
	type CompiledUnit
} from './compiled-unit.ts';
import { mayReexport, readExportOutline, type ExportOutline } from './file-exports.ts';
import type { WrittenImport } from './compiled-store.ts';
import type { Files } from '../../contract.ts';
import { readForEsbuild } from '../loader.ts';

/** A file that was compiled without reading other files. Its code requires modules by the specifiers that the author wrote. */
export interface TransformedFile {
	outline: ExportOutline;
	imports: readonly WrittenImport[];
	/** Names that the code reads from each import; undefined for a namespace, from which any name may be read. */
	importedNames: ReadonlyMap<string, ReadonlySet<string> | undefined>;
	/** The code up to the statement that assigns its exports; `body` is the code after it. */
	head: string;
	body: string;
	map: string;
	helpers: ReadonlyMap<string, string>;
}

const TRANSFORM_SOURCE_NAME = 'given.ts';
/** The text with which esbuild begins a module with exports, after its helpers. */
const MODULE_EXPORTS_START = 'var given_exports = {};\n';
const MODULE_HEAD_END = 'module.exports = __toCommonJS(given_exports);\n';
/**
 * Matches text that `transform` and a build compile differently: imports that run later, attributes of imports, and a name that
 * only a build renames. A match in a comment causes a needless build, but no error.
 */
const NEEDS_BUILD_PATTERN = /\brequire\b|\bimport\s*[(.]|\bwith\s*\{|\\u|\bexports\b|given_exports/;
/** Matches a variable and the property that is read from it. */
const VARIABLE_USE_PATTERN =
	/(?<![\p{ID_Continue}$])([\p{ID_Start}$_][\p{ID_Continue}$]*)(?:\.([\p{ID_Continue}$]+))?/gu;
/** Matches a `require` whose specifier has no escapes. A file with escapes in a specifier gets a build. */
const REQUIRE_LINE_PATTERN = /^(?:var ([\p{ID_Continue}$]+) = )?(?:__toESM\()?require\("([^"\\]*)"\)\)?;$/u;

/**
 * Compiles a file with `transform`. Returns undefined for a file that needs a build: it has errors, exports nothing, exports again
 * what another file exports, or has imports that run later.
 */
export async function transformFile(
	esbuild: Esbuild,
	files: Files,
	path: string
): Promise<TransformedFile | undefined> {
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
		// The build that follows reports the errors.
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

/** Returns the names that the code reads from each import; undefined if esbuild wrote the imports in another form than expected. */
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

/** Returns the uses of variables after their declarations: the property that is read, or undefined for another use. */
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

/** Returns the compiled file, in which each module is required by its name in the bundle. */
export function compileTransformedFile(
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
