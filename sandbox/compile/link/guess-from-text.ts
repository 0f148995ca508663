/** Guesses what a file imports and exports from its text, so that most files are compiled only once. */
import { loaderOf } from '../loader.ts';
import { exportNamesOfData } from './data-names.ts';
import { mayReexport, type ExportOutline } from './file-exports.ts';

/** Matches comments and strings as well, so that the words in them are not taken for imports. */
const IMPORT_STATEMENT_PATTERN =
	/\/\/.*|\/\*[^]*?(?:\*\/|$)|\b(?:from|import|require\s*\()\s*(["'])([^"'\n]{1,200})\1|(["'])(?:(?!\3)[^\\\n]|\\[^])*|`(?:[^`\\]|\\[^])*`?/g;
const EXPORT_STATEMENT_PATTERN =
	/^export\s+(?:async\s+)?(?:const\s+enum|const|let|var|function\s*\*?|class|enum)\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)/gmu;
const DEFAULT_EXPORT_PATTERN = /^export\s+default\b/m;

/**
 * Returns the specifiers that a file probably imports. The files that they name are compiled early; errors in those count only if
 * they really are imported.
 */
export function guessImports(text: string): string[] {
	return [...text.matchAll(IMPORT_STATEMENT_PATTERN)].flatMap(([, , specifier]) =>
		specifier === undefined ? [] : [specifier]
	);
}

/** Returns the outline that a file probably has. A wrong guess is corrected once the file is compiled. */
export function guessExportOutline(path: string, text: string): ExportOutline | undefined {
	const loader = loaderOf(path);
	if (loader === 'json' || loader === 'text')
		return createExportOutline(exportNamesOfData(path, text).map(formatExportName));
	if (mayReexport(text)) return undefined;
	const names = [...text.matchAll(EXPORT_STATEMENT_PATTERN)].map(([, name]) => name ?? '');
	if (DEFAULT_EXPORT_PATTERN.test(text)) names.push('default');
	return names.length === 0 ? undefined : createExportOutline(names);
}

const createExportOutline = (names: string[]): ExportOutline => ({
	isModule: true,
	ownNames: new Set(names),
	again: new Map(),
	starSpecifiers: []
});

const formatExportName = (name: string): string =>
	/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) && name !== '__proto__' ? name : JSON.stringify(name);
