/** Compiled files, kept by path and text. */
import type { Outline } from './file-exports.ts';
import type { Unit } from './compiled-unit.ts';

/** An import as it is written. Only an `import` or `export` statement is fixed; `require` and `import()` ask when they run. */
export interface Written {
	specifier: string;
	isFixed: boolean;
}

/** What esbuild makes of an import: a name that it writes out, or a module that stands for a file. */
export type Meaning =
	{ kind: 'missing' } | { kind: 'written'; name: string } | { kind: 'stand-in'; path: string; text: string };

export interface Kept {
	outline: Outline;
	imports: readonly Written[];
	/** Absent while other files decide what its imports mean. */
	compiled?: {
		unit: Unit;
		isTraced: boolean;
		/** Of each import, when the unit was compiled. */
		meanings: readonly Meaning[];
	};
}

/** Characters of all texts that are kept: about twenty large challenges. */
const MOST_KEPT = 8_000_000;

export class Store {
	readonly #kept = new Map<string, Kept>();
	#size = 0;

	get(key: string): Kept | undefined {
		const kept = this.#kept.get(key);
		// Insert again, so that what was not used for longest is forgotten first.
		if (kept !== undefined) this.#kept.delete(key);
		if (kept !== undefined) this.#kept.set(key, kept);
		return kept;
	}

	set(key: string, kept: Kept): void {
		if (!this.#kept.delete(key)) this.#size += key.length;
		this.#kept.set(key, kept);
		for (const oldest of this.#kept.keys()) {
			if (this.#size <= MOST_KEPT || oldest === key) break;
			this.#kept.delete(oldest);
			this.#size -= oldest.length;
		}
	}
}
