/** Evaluates a bundle, whose `require` returns only modules loaded beforehand. */
import { wrapBundle } from '../bundle-place.ts';

export type ModuleExports = Record<string, unknown>;

export interface LoadedBundle {
	program(): ModuleExports;
	scene: (() => ModuleExports) | undefined;
	checks: Record<string, () => void>;
}

export type ProvidedModules = Readonly<Record<string, unknown>>;

type EvaluateBundle = (require: (name: string) => unknown, module: { exports: unknown }, exports: unknown) => void;
const evaluateGlobally = globalThis.eval as (code: string) => unknown;

export function loadBundle(code: string, provided: ProvidedModules): LoadedBundle {
	const require = (name: string): unknown => {
		if (!Object.hasOwn(provided, name)) throw new Error(`There is no module ${name}.`);
		return provided[name];
	};
	const module: { exports: unknown } = { exports: {} };
	(evaluateGlobally(wrapBundle(code)) as EvaluateBundle)(require, module, module.exports);
	const { program, scene, checks } = module.exports as Partial<LoadedBundle>;
	if (program === undefined) throw new Error('The bundle has no program.');
	return { program, scene, checks: checks ?? {} };
}

export function functionOf(exports: ModuleExports, name: string): ((...args: unknown[]) => unknown) | undefined {
	const value = exports[name];
	return typeof value === 'function' ? (value as (...args: unknown[]) => unknown) : undefined;
}
