/** Checks a program in plain Node, as the author's command does. Only for programs that the author wrote: nothing holds them. */
import type { Bundle, Files } from '../../sandbox/index.ts';
import { createCheckModule, runChecks } from '../../sandbox/check/index.ts';
import { compileNative } from '../../sandbox/compile/native.ts';
import type { Report } from '../../sandbox/report.ts';
import { sourcesOf } from '../../src/lib/server/content/bundle.ts';

type Checks = Record<string, () => void>;

export async function checkProgram(program: Files, surroundings: Files, checks: string[]): Promise<Report> {
	const compiled = await compileNative(sourcesOf(program, surroundings, checks));
	if (compiled.kind === 'diagnostics') throw new Error(JSON.stringify(compiled.diagnostics));
	const module = createCheckModule();
	const found = checksOf(compiled.bundle, module.exports);
	const load = checks.map((file) => {
		const evaluate = found[file];
		if (!evaluate) throw new Error(`the bundle has no ${file}`);
		return { file, evaluate };
	});
	return runChecks({ module, load, host: { now: () => performance.now() }, timeLimit: 2000, seed: 1 });
}

/** Every check that did not pass, and why. */
export function failuresOf(report: Report): string[] {
	const broken = report.load ? [JSON.stringify(report.load)] : [];
	const failed = report.results.filter((result) => result.status !== 'pass');
	return [...broken, ...failed.map((result) => `${result.path.join(' > ')}: ${JSON.stringify(result.problem)}`)];
}

/** Evaluated in the form that sandbox/index.ts gives a bundle. The drawing module is not there: checks do not draw. */
function checksOf(bundle: Bundle, vitest: unknown): Checks {
	const exported: { exports: { checks: Checks } } = { exports: { checks: {} } };
	const require = (name: string): unknown => (name === 'vitest' ? vitest : {});
	new Function('require', 'module', 'exports', `"use strict";${bundle.code}`)(require, exported, exported.exports);
	return exported.exports.checks;
}
