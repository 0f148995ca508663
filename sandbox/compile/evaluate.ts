/** Evaluates a bundle in Node for tests, as the stage does, with few modules around it. */
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import type { Bundle } from '../contract.ts';
import type { SourcePlace } from '../report.ts';

export interface Evaluated {
	program(): Record<string, unknown>;
	scene?(): Record<string, unknown>;
	checks: Record<string, () => void>;
}

const BEFORE = '(function (require, module, exports) { "use strict";\n';
const NAME = 'braise-bundle.js';

export function evaluate({ code }: Bundle, modules: Record<string, unknown> = {}): Evaluated {
	const module = { exports: {} };
	const require = (name: string): unknown => {
		if (!(name in modules)) throw new Error(`no module ${name}`);
		return modules[name];
	};
	// Indirect eval, so that the bundle sees the global scope and not this one.
	const wrapped: unknown = (0, eval)(`${BEFORE}${code}\n})\n//# sourceURL=${NAME}`);
	(wrapped as (...values: unknown[]) => void)(require, module, module.exports);
	return module.exports as Evaluated;
}

export function placeOf(error: unknown, { map }: Bundle): SourcePlace | undefined {
	const stack = error instanceof Error ? (error.stack ?? '') : '';
	for (const [, line, column] of stack.matchAll(/braise-bundle\.js:(\d+):(\d+)/g)) {
		const found = originalPositionFor(new TraceMap(map), { line: Number(line) - 1, column: Number(column) - 1 });
		if (found.source !== null) return { file: found.source, line: found.line, column: found.column + 1 };
	}
	return undefined;
}
