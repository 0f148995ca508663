/** The prelude that a worker has evaluated, mostly before the bundle that requires it came. */
import { loadPrelude, type PreludeFiles, type ProvidedModules } from './program.ts';

export class PreparedPrelude {
	#code = '';
	#files: PreludeFiles = {};
	readonly #provided: ProvidedModules;

	constructor(provided: ProvidedModules) {
		this.#provided = provided;
	}

	/** Returns the files of this prelude, which is evaluated unless it was the last. */
	filesOf(code: string): PreludeFiles {
		if (code === this.#code) return this.#files;
		this.#files = loadPrelude(code, this.#provided);
		this.#code = code;
		return this.#files;
	}

	/** Runs each file. One that throws does so again where the program requires it. */
	runFiles(code: string): void {
		for (const load of Object.values(this.filesOf(code))) {
			try {
				load();
			} catch {
				// Reported when it is required.
			}
		}
	}
}
