/** Runs the same checks in plain Node, in the program's realm and without protection. */
import * as esbuild from 'esbuild';
import { createCheckModule, runChecks } from '#sandbox/check/index.ts';
import { createCompileEngine } from '#sandbox/compile/engine.ts';
import type { JudgeInput } from '#sandbox/judge/index.ts';
import type { Report } from '#sandbox/report.ts';

const compileEngine = createCompileEngine(esbuild);

export async function runChecksInPlainNode({ files, authorFiles, checks }: JudgeInput): Promise<Report> {
	const compilation = await compileEngine.compile({ files: { ...files, ...authorFiles }, program: 'main.ts', checks });
	if (compilation.kind !== 'bundle') throw new Error(JSON.stringify(compilation));
	const module = createCheckModule();
	const evaluated: { exports: { checks: Record<string, () => void> } } = { exports: { checks: {} } };
	const run = new Function('require', 'module', 'exports', `"use strict";${compilation.bundle.code}`);
	run(() => module.exports, evaluated, evaluated.exports);
	const checkFiles = checks.map((file) => ({ file, evaluate: () => evaluated.exports.checks[file]?.() }));
	return runChecks({ module, checkFiles, host: { now: () => performance.now() }, timeLimit: 2000, seed: 1 });
}
