/** Limits what a verdict says of held-back checks, as their author decides. It never contains their code. */
import type { CheckResult, Problem } from '../report.ts';
import { createRequire } from 'node:module';
import { LINKER_VERSION } from '../compile/link/link.ts';

const QUICKJS_PACKAGE = '@jitl/quickjs-wasmfile-release-sync';

export const JUDGE_ENGINE: { name: string; version: string } = {
	name: QUICKJS_PACKAGE,
	version: packageVersionOf(QUICKJS_PACKAGE)
};

const ESBUILD_PACKAGE = 'esbuild-wasm';

export const JUDGE_COMPILER = {
	name: ESBUILD_PACKAGE,
	version: packageVersionOf(ESBUILD_PACKAGE),
	linker: LINKER_VERSION
};

function packageVersionOf(packageName: string): string {
	const manifest: unknown = createRequire(import.meta.url)(`${packageName}/package.json`);
	const hasVersion =
		typeof manifest === 'object' && manifest !== null && 'version' in manifest && typeof manifest.version === 'string';
	if (!hasVersion) throw new Error(`${packageName} has no version`);
	return String(manifest.version);
}

/**
 * `example` shows title and first failed case, `title` only the title and the status, `nothing` only how many checks passed.
 */
export const DISCLOSURES = ['example', 'title', 'nothing'] as const;
export type Disclosure = (typeof DISCLOSURES)[number];

/** Names of errors that reveal no input. A program may give its own errors any name, and may write an input into the name. */
const STANDARD_ERROR_NAMES: readonly string[] = [
	'Error',
	'AggregateError',
	'EvalError',
	'RangeError',
	'ReferenceError',
	'SyntaxError',
	'TypeError',
	'URIError'
];

export function discloseResult(result: CheckResult, disclosure: Disclosure): CheckResult | undefined {
	if (disclosure === 'nothing') return undefined;
	const { path, status, duration, problem } = result;
	// Leaves the console out, because a program could print the input of a held-back check.
	const resultWithoutProblem: CheckResult = { path, status, duration, console: [] };
	if (problem === undefined) return resultWithoutProblem;
	if (disclosure === 'example') return { ...resultWithoutProblem, problem: problemWithoutPlace(problem) };
	return { ...resultWithoutProblem, problem: problemWithoutInput(problem) };
}

function problemWithoutInput(problem: Problem): Problem {
	switch (problem.kind) {
		case 'assertion':
			return { kind: 'assertion', matcher: '', message: '' };
		case 'thrown': {
			const name = STANDARD_ERROR_NAMES.includes(problem.name) ? problem.name : 'Error';
			return { kind: 'thrown', name, message: '' };
		}
		case 'crash':
			return { kind: 'crash', message: '' };
		default:
			return problem;
	}
}

function problemWithoutPlace(problem: Problem): Problem {
	if (!('place' in problem) || problem.place === undefined || !problem.place.file.startsWith('checks/')) return problem;
	const { place: _, ...rest } = problem;
	return rest;
}
