import type { ExportOutline } from './file-exports.ts';

export interface CompiledUnit {
	/** An ES module throws the same error again when imported after a failure; a CommonJS module runs again. */
	isModule: boolean;
	code: string;
	lineCount: number;
	/** Source map of `code` as JSON; undefined when errors in this file get no source place. */
	map: string | undefined;
	helpers: ReadonlyMap<string, string>;
	requestedNames: readonly string[];
}

const EMPTY_SOURCE_MAP = '{"version":3,"sources":[],"names":[],"mappings":""}';
const HELPER_LINE_PATTERN = /^var (__\w+) = /;

const EXPORT_HELPER_NAME = '__toCommonJS';
const COPYING_EXPORT_HELPER = `var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);\n`;
/** Exports the object with its getters itself, because a copy would have a second getter in front of each. */
const DIRECT_EXPORT_HELPER = `var __toCommonJS = (mod) => __hasOwnProp.call(mod, "__esModule") ? __copyProps(__defProp({}, "__esModule", { value: true }), mod) : __defProp(mod, "__esModule", { value: true });\n`;

const FILE_COMMENT_PATTERN = /^\/\/ (?:given|open|data|names|side|nothing|twice):.*\n/m;

/** Cuts off what esbuild writes before the first file: helpers, and directives that the bundle sets anyway. */
export function separateHelpers(
	code: string,
	map: string
): { code: string; map: string; helpers: Map<string, string> } {
	const beginning = FILE_COMMENT_PATTERN.exec(code);
	if (beginning === null) return { code: '', map: EMPTY_SOURCE_MAP, helpers: new Map() };
	const before = code.slice(0, beginning.index);
	const start = beginning.index + beginning[0].length;
	return {
		code: code.slice(start),
		map: removeSourceMapLines(map, countLines(before) + 1),
		helpers: readEsbuildHelpers(before)
	};
}

export function readEsbuildHelpers(text: string): Map<string, string> {
	const helpers = new Map<string, string>();
	let name: string | undefined;
	for (const line of text.split('\n')) {
		name = HELPER_LINE_PATTERN.exec(line)?.[1] ?? name;
		if (name !== undefined && line !== '') helpers.set(name, `${helpers.get(name) ?? ''}${line}\n`);
	}
	const exporting = helpers.get(EXPORT_HELPER_NAME);
	if (exporting === undefined) return helpers;
	if (exporting !== COPYING_EXPORT_HELPER) throw new Error('esbuild gives out exports in another way than expected.');
	return helpers.set(EXPORT_HELPER_NAME, DIRECT_EXPORT_HELPER);
}

export function removeSourceMapLines(map: string, lines: number): string {
	const sourceMap: unknown = JSON.parse(map);
	if (
		typeof sourceMap !== 'object' ||
		sourceMap === null ||
		!('mappings' in sourceMap) ||
		typeof sourceMap.mappings !== 'string'
	)
		throw new Error('esbuild gave no source map');
	const removedMappings = sourceMap.mappings.slice(0, lines);
	if (/[^;]/.test(removedMappings)) throw new Error('esbuild maps files in another way than expected.');
	return JSON.stringify({ ...sourceMap, mappings: sourceMap.mappings.slice(lines) });
}

export function setSourceMapPath(text: string, name: string, path: string): string {
	const map: unknown = JSON.parse(text);
	if (typeof map !== 'object' || map === null || !('sources' in map) || !Array.isArray(map.sources)) {
		throw new Error('esbuild gave no source map');
	}
	return JSON.stringify({ ...map, sources: map.sources.map((source) => (source === name ? path : null)) });
}

export function countLines(text: string): number {
	let lines = 0;
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
	return lines;
}

/** Not static in `require` or `import()`, which find their file at run time. */
export interface WrittenImport {
	specifier: string;
	isStatic: boolean;
}

/** What an import becomes in the compiled code: a name to require, or a stand-in, which is a module with the names of a file. */
export type ImportMeaning =
	| { kind: 'missing' }
	| { kind: 'written'; name: string }
	| { kind: 'stand-in'; path: string; text: string };

export interface StoredCompiledFile {
	outline: ExportOutline;
	imports: readonly WrittenImport[];
	/** The compiled code; absent until the other files are known that decide what the file's imports mean. */
	compilation?: {
		unit: CompiledUnit;
		isTraced: boolean;
		meanings: readonly ImportMeaning[];
	};
}

/** Upper limit of characters of all kept texts and compiled code, enough for about twenty large challenges. */
const MAX_STORED_CHARACTERS = 24_000_000;

export class CompiledStore {
	readonly #fileByKey = new Map<string, StoredCompiledFile>();
	#size = 0;

	get(key: string): StoredCompiledFile | undefined {
		const file = this.#fileByKey.get(key);
		// The file is inserted again, so that the file that was unused for longest is forgotten first.
		if (file !== undefined) this.#fileByKey.delete(key);
		if (file !== undefined) this.#fileByKey.set(key, file);
		return file;
	}

	set(key: string, file: StoredCompiledFile): void {
		this.#dropEntry(key);
		this.#fileByKey.set(key, file);
		this.#size += characterCountOf(key, file);
		for (const oldest of this.#fileByKey.keys()) {
			if (this.#size <= MAX_STORED_CHARACTERS || oldest === key) break;
			this.#dropEntry(oldest);
		}
	}

	#dropEntry(key: string): void {
		const file = this.#fileByKey.get(key);
		if (file === undefined) return;
		this.#fileByKey.delete(key);
		this.#size -= characterCountOf(key, file);
	}
}

/** Counts compiled code as well, because a short text can compile to a long one. */
function characterCountOf(key: string, { compilation }: StoredCompiledFile): number {
	if (compilation === undefined) return key.length;
	const { unit, meanings } = compilation;
	const texts = meanings.map((meaning) => (meaning.kind === 'stand-in' ? meaning.text.length : 0));
	return texts.reduce((sum, length) => sum + length, key.length + unit.code.length + (unit.map?.length ?? 0));
}
