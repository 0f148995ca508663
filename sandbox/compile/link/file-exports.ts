/** Reads what a file exports from the first lines that esbuild writes for the file. */

/** The names that a file exports, in the form in which esbuild writes them: an identifier or a quoted text. */
export interface ExportOutline {
	/** False for a CommonJS module, whose exports are known only when it runs. */
	isModule: boolean;
	ownNames: ReadonlySet<string>;
	/** Names of other files that this file exports again, by the name that they get in this file. */
	again: ReadonlyMap<string, { specifier: string; name: string }>;
	/** Specifiers of the file's `export * from` statements. */
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

/**
 * Returns whether a file may export a name of another file. It may return true without reason, since a comment may stand between
 * the words.
 */
export const mayReexport = (text: string): boolean => /\bexport\b\s*(?:type\b\s*)?[*{/]/.test(text);

/**
 * Reads the outline from compiled code, in which imports are named `open:` and an index of `specifiers`. Throws when esbuild's code
 * has another form than expected: a new esbuild version needs review.
 */
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

/** Reads the imports, which esbuild puts before all other statements. */
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
