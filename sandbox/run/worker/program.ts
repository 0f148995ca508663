/** Evaluates a bundle, whose `require` returns only modules loaded beforehand. */
import { wrapBundle } from '../bundle-place.ts';

export type Exports = Record<string, unknown>;

export interface Loaded {
	program(): Exports;
	scene: (() => Exports) | undefined;
	checks: Record<string, () => void>;
}

export type Provided = Readonly<Record<string, unknown>>;

type Evaluate = (require: (name: string) => unknown, module: { exports: unknown }, exports: unknown) => void;
const evaluate = globalThis.eval as (code: string) => unknown;

export function loadBundle(code: string, provided: Provided): Loaded {
	const require = (name: string): unknown => {
		if (!Object.hasOwn(provided, name)) throw new Error(`There is no module ${name}.`);
		return provided[name];
	};
	const module: { exports: unknown } = { exports: {} };
	(evaluate(wrapBundle(code)) as Evaluate)(require, module, module.exports);
	const { program, scene, checks } = module.exports as Partial<Loaded>;
	if (program === undefined) throw new Error('The bundle has no program.');
	return { program, scene, checks: checks ?? {} };
}

export function functionOf(exports: Exports, name: string): ((...args: unknown[]) => unknown) | undefined {
	const value = exports[name];
	return typeof value === 'function' ? (value as (...args: unknown[]) => unknown) : undefined;
}
