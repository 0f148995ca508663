/** The prelude that a worker has evaluated, usually before the bundle that requires it arrived. */
import { loadPrelude, type PreludeFiles, type ProvidedModules } from './program.ts';

export class PreparedPrelude {
	#preludeCode = '';
	#files: PreludeFiles = {};
	readonly #providedModules: ProvidedModules;

	constructor(provided: ProvidedModules) {
		this.#providedModules = provided;
	}

	/** Returns the files of a prelude. Evaluates the prelude, unless it was the last evaluated prelude. */
	preludeFilesOf(code: string): PreludeFiles {
		if (code === this.#preludeCode) return this.#files;
		this.#files = loadPrelude(code, this.#providedModules);
		this.#preludeCode = code;
		return this.#files;
	}

	/** Runs each file of a prelude. A file that throws will throw again when the program requires it. */
	runPreludeFiles(code: string): void {
		for (const load of Object.values(this.preludeFilesOf(code))) {
			try {
				load();
			} catch {
				// The error is reported when the program requires the file.
			}
		}
	}
}
