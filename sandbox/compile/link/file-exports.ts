import { loaderOf, exportNamesOfData } from '../loader.ts';

/** Matches comments and strings as well, so that the words in them are not taken for imports. */
const IMPORT_STATEMENT_PATTERN =
	/\/\/.*|\/\*[^]*?(?:\*\/|$)|\b(?:from|import|require\s*\()\s*(["'])([^"'\n]{1,200})\1|(["'])(?:(?!\3)[^\\\n]|\\[^])*|`(?:[^`\\]|\\[^])*`?/g;
const EXPORT_STATEMENT_PATTERN =
	/^export\s+(?:async\s+)?(?:const\s+enum|const|let|var|function\s*\*?|class|enum)\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)/gmu;
const DEFAULT_EXPORT_PATTERN = /^export\s+default\b/m;

/** The files that they name are compiled early; errors in those count only if they really are imported. */
export function guessImports(text: string): string[] {
	return [...text.matchAll(IMPORT_STATEMENT_PATTERN)].flatMap(([, , specifier]) =>
		specifier === undefined ? [] : [specifier]
	);
}

/** A wrong guess is corrected once the file is compiled. */
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

/** The names that a file exports, in the form in which esbuild writes them: an identifier or a quoted text. */
export interface ExportOutline {
	/** False for a CommonJS module, whose exports are known only when it runs. */
	isModule: boolean;
	ownNames: ReadonlySet<string>;
	again: ReadonlyMap<string, { specifier: string; name: string }>;
	starSpecifiers: readonly string[];
}

const EXPORTS_HEAD_PATTERN = /^var (\S+) = \{\};\n(?:\w+\(\1, \{\n([\s\S]*?)\n\}\);\n)?module\.exports = \w+\(\1\);\n/;
const QUOTED_TEXT_PATTERN = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'`;
/** Matches computed names too, because esbuild writes `__proto__` as a computed name. */
const EXPORT_LINE_PATTERN = new RegExp(
	String.raw`^ {2}(?:\[(${QUOTED_TEXT_PATTERN})\]|(${QUOTED_TEXT_PATTERN}|[^\s"':]+)): \(\) => (?:([\w$]+)(?:\.([^.,[]+)|\[(${QUOTED_TEXT_PATTERN})\])|.+?),?$`,
	'u'
);
const REQUIRE_LINE_PATTERN = /^(?:var (\S+) = )?(?:\w+\()?require\("open:(\d+)"\)\)?;$/u;
const EXPORT_STAR_PATTERN = /^\w+\((\S+), require\("open:(\d+)"\), module\.exports\);$/u;

/** May be true without reason, since a comment may stand between the words. */
export const mayReexport = (text: string): boolean => /\bexport\b\s*(?:type\b\s*)?[*{/]/.test(text);

/** Imports are `open:` and an index of `specifiers`. Throws for another form: a new esbuild version needs review. */
export function readExportOutline(code: string, isModule: boolean, specifiers: readonly string[] = []): ExportOutline {
	const none = { isModule, ownNames: new Set<string>(), again: new Map<string, never>(), starSpecifiers: [] };
	const head = EXPORTS_HEAD_PATTERN.exec(code);
	// esbuild writes no such lines for a file that exports nothing.
	if (!isModule || head === null) return none;
	const [whole, exports = '', list] = head;
	const { aliases, stars: starSpecifiers } = readCompiledImports(code.slice(whole.length), exports, specifiers);
	const ownNames = new Set<string>();
	const again = new Map<string, { specifier: string; name: string }>();
	for (const line of list === undefined ? [] : list.split('\n')) {
		const [, computed, written, alias = '', plain, quoted] = EXPORT_LINE_PATTERN.exec(line) ?? [];
		const name = computed ?? written;
		if (name === undefined) throw new Error('esbuild writes exports in another way than expected.');
		const specifier = aliases.get(alias);
		const importedName = plain ?? quoted;
		if (specifier === undefined || importedName === undefined) ownNames.add(name);
		else again.set(name, { specifier, name: importedName });
	}
	return { isModule, ownNames, again, starSpecifiers };
}

function readCompiledImports(code: string, exports: string, specifiers: readonly string[]) {
	const aliases = new Map<string, string>();
	const stars: string[] = [];
	for (const line of code.split('\n')) {
		const star = EXPORT_STAR_PATTERN.exec(line);
		const required = star === null ? REQUIRE_LINE_PATTERN.exec(line) : null;
		const specifier = specifiers[Number(star?.[2] ?? required?.[2])];
		if (specifier === undefined) break;
		if (star !== null && star[1] === exports) stars.push(specifier);
		else if (required?.[1] !== undefined) aliases.set(required[1], specifier);
	}
	return { aliases, stars };
}
