/** Runs a challenge in plain Node, as the author's command does. Only for programs that the author wrote: nothing holds them. */
import type { Bundle, Files } from '../../sandbox/index.ts';
import { createCheckModule, runChecks } from '../../sandbox/check/index.ts';
import { compileNative } from '../../sandbox/compile/native.ts';
import type { Figure, Report } from '../../sandbox/report.ts';
import { sourcesOf } from '../../src/lib/server/content/bundle.ts';

type Measure = (option: string, values: Record<string, number>) => Figure[];

interface Exports {
	scene?: () => { measure?: Measure };
	checks: Record<string, () => void>;
}

export async function checkProgram(program: Files, surroundings: Files, checks: string[]): Promise<Report> {
	const module = createCheckModule();
	const found = evaluate(await bundleOf(program, surroundings, checks), module.exports).checks;
	const load = checks.map((file) => {
		const evaluate = found[file];
		if (!evaluate) throw new Error(`the bundle has no ${file}`);
		return { file, evaluate };
	});
	return runChecks({ module, load, host: { now: () => performance.now() }, timeLimit: 2000, seed: 1 });
}

/** The scene's figures for one option of the decision, on what this program does. */
export async function measureProgram(
	program: Files,
	surroundings: Files,
	option: string,
	values: Record<string, number>
): Promise<Figure[]> {
	const { scene } = evaluate(await bundleOf(program, surroundings, []), {});
	const measure = scene?.().measure;
	if (!measure) throw new Error('the scene measures nothing');
	return measure(option, values);
}

/** Every check that did not pass, and why. */
export function failuresOf(report: Report): string[] {
	const broken = report.load ? [JSON.stringify(report.load)] : [];
	const failed = report.results.filter((result) => result.status !== 'pass');
	return [...broken, ...failed.map((result) => `${result.path.join(' > ')}: ${JSON.stringify(result.problem)}`)];
}

async function bundleOf(program: Files, surroundings: Files, checks: string[]): Promise<Bundle> {
	const compiled = await compileNative(sourcesOf(program, surroundings, checks));
	if (compiled.kind === 'diagnostics') throw new Error(JSON.stringify(compiled.diagnostics));
	return compiled.bundle;
}

/** Evaluated in the form that sandbox/index.ts gives a bundle. Nothing is drawn here, so the drawing module is empty. */
function evaluate(bundle: Bundle, vitest: unknown): Exports {
	const exported: { exports: Exports } = { exports: { checks: {} } };
	const require = (name: string): unknown => (name === 'vitest' ? vitest : {});
	new Function('require', 'module', 'exports', `"use strict";${bundle.code}`)(require, exported, exported.exports);
	return exported.exports;
}
