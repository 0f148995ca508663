import type { Bundle } from '../contract.ts';
import type { SourcePlace } from '../report.ts';
import { placeOfErrorInBundle, wrapBundle } from '../run/bundle-place.ts';
import { createSourceMapReader } from '../source-map.ts';

export interface EvaluatedBundle {
	program(): Record<string, unknown>;
	scene?(): Record<string, unknown>;
	checks: Record<string, () => void>;
}

export function evaluateBundle({ code }: Bundle, modules: Record<string, unknown> = {}): EvaluatedBundle {
	const module = { exports: {} };
	const require = (name: string): unknown => {
		if (!(name in modules)) throw new Error(`no module ${name}`);
		return modules[name];
	};
	// An indirect eval, so that the bundle sees the global scope and not the variables of this function.
	const evaluated: unknown = (0, eval)(wrapBundle(code));
	(evaluated as (...values: unknown[]) => void)(require, module, module.exports);
	return module.exports as EvaluatedBundle;
}

export function placeOfError(error: unknown, { map }: Bundle): SourcePlace | undefined {
	const place = placeOfErrorInBundle(error);
	return place && createSourceMapReader(map)(place);
}
