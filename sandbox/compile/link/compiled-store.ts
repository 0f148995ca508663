/** Keeps compiled files by path and text. */
import type { ExportOutline } from './file-exports.ts';
import type { CompiledUnit } from './compiled-unit.ts';

/**
 * An import as the file's author wrote it: static in an `import` or `export` statement, and not static in `require` or
 * `import()`, which find their file at run time.
 */
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
		/** The meaning that each import had when the unit was compiled. */
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
