import { wrapBundle, wrapClassicBundle, wrapPrelude } from '../bundle-place.ts';

export type ModuleExports = Record<string, unknown>;

export interface LoadedBundle {
	program(): ModuleExports;
	scene: (() => ModuleExports) | undefined;
	checks: Record<string, () => void>;
}

type ProvidedModules = Readonly<Record<string, unknown>>;

/**
 * Functions that return a prelude's files, by the name under which a bundle requires the file. A file runs when it is first
 * required.
 */
type PreludeFiles = Readonly<Record<string, () => unknown>>;

type EvaluateBundle = (require: (name: string) => unknown, module: { exports: unknown }, exports: unknown) => void;
const evaluateGlobally = globalThis.eval as (code: string) => unknown;

export function loadPrelude(code: string, providedModules: ProvidedModules): PreludeFiles {
	return (evaluateCode(wrapPrelude(code), providedModules, {}) as { files: PreludeFiles }).files;
}

export function loadBundle(
	code: string,
	providedModules: ProvidedModules,
	preludeFiles: PreludeFiles = {}
): LoadedBundle {
	return readBundleExports(evaluateCode(wrapBundle(code), providedModules, preludeFiles));
}

/** Evaluates a bundle as the classic script that p5's own page has: a name that is assigned to without `let` is global. */
export function loadClassicBundle(code: string, providedModules: ProvidedModules): LoadedBundle {
	return readBundleExports(evaluateCode(wrapClassicBundle(code), providedModules, {}));
}

function readBundleExports(bundleExports: unknown): LoadedBundle {
	const { program, scene, checks } = bundleExports as Partial<LoadedBundle>;
	if (program === undefined) throw new Error('The bundle has no program.');
	return { program, scene, checks: checks ?? {} };
}

function evaluateCode(wrappedCode: string, providedModules: ProvidedModules, preludeFiles: PreludeFiles): unknown {
	const require = (name: string): unknown => {
		if (Object.hasOwn(preludeFiles, name)) return preludeFiles[name]?.();
		if (!Object.hasOwn(providedModules, name)) throw new Error(`There is no module ${name}.`);
		return providedModules[name];
	};
	const module: { exports: unknown } = { exports: {} };
	(evaluateGlobally(wrappedCode) as EvaluateBundle)(require, module, module.exports);
	return module.exports;
}

export function findExportedFunction(
	exports: ModuleExports,
	name: string
): ((...args: unknown[]) => unknown) | undefined {
	const value = exports[name];
	return typeof value === 'function' ? (value as (...args: unknown[]) => unknown) : undefined;
}

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
