/** Evaluates a bundle and its prelude. Their `require` returns only modules that were loaded before. */
import { wrapBundle, wrapClassicBundle, wrapPrelude } from '../bundle-place.ts';

export type ModuleExports = Record<string, unknown>;

export interface LoadedBundle {
	program(): ModuleExports;
	scene: (() => ModuleExports) | undefined;
	checks: Record<string, () => void>;
}

export type ProvidedModules = Readonly<Record<string, unknown>>;

/** Files of a prelude, by the name under which a bundle requires them. Each runs when it is first required. */
export type PreludeFiles = Readonly<Record<string, () => unknown>>;

type EvaluateBundle = (require: (name: string) => unknown, module: { exports: unknown }, exports: unknown) => void;
const evaluateGlobally = globalThis.eval as (code: string) => unknown;

export function loadPrelude(code: string, provided: ProvidedModules): PreludeFiles {
	return (evaluateCode(wrapPrelude(code), provided, {}) as { files: PreludeFiles }).files;
}

export function loadBundle(code: string, provided: ProvidedModules, prelude: PreludeFiles = {}): LoadedBundle {
	return readBundle(evaluateCode(wrapBundle(code), provided, prelude));
}

/** Evaluates a bundle as the classic script that p5's own page has: a name that is assigned to without `let` is global. */
export function loadClassicBundle(code: string, provided: ProvidedModules): LoadedBundle {
	return readBundle(evaluateCode(wrapClassicBundle(code), provided, {}));
}

function readBundle(exported: unknown): LoadedBundle {
	const { program, scene, checks } = exported as Partial<LoadedBundle>;
	if (program === undefined) throw new Error('The bundle has no program.');
	return { program, scene, checks: checks ?? {} };
}

function evaluateCode(wrapped: string, provided: ProvidedModules, prelude: PreludeFiles): unknown {
	const require = (name: string): unknown => {
		if (Object.hasOwn(prelude, name)) return prelude[name]?.();
		if (!Object.hasOwn(provided, name)) throw new Error(`There is no module ${name}.`);
		return provided[name];
	};
	const module: { exports: unknown } = { exports: {} };
	(evaluateGlobally(wrapped) as EvaluateBundle)(require, module, module.exports);
	return module.exports;
}

export function exportedFunction(exports: ModuleExports, name: string): ((...args: unknown[]) => unknown) | undefined {
	const value = exports[name];
	return typeof value === 'function' ? (value as (...args: unknown[]) => unknown) : undefined;
}
