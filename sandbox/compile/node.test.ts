import { describe, expect, test } from 'vitest';
import { printValue } from '../check/print.ts';
import type { Diagnostic, Files } from '../contract.ts';
import { bundleWithEsbuild } from './testing/bundler.ts';
import type { CompileResult } from './engine.ts';
import { evaluateBundle, placeOfError } from './evaluate.ts';
import { readCompilerFixtures } from './compiler-fixtures.ts';
import { compileInNode } from './node/index.ts';

describe('compiler fixtures', () => {
	test.each(readCompilerFixtures())(
		'$name gives the same result as its snapshot and as esbuild alone',
		async ({ name, sources }) => {
			const compilation = await compileInNode(sources);
			const rendering = renderCompilation(compilation, sources.files);
			await expect(rendering).toMatchFileSnapshot(`./fixtures/${name}.snap`);
			// Compared without columns, because the linker places some errors more exactly than esbuild alone.
			const withoutColumns = (text: string) => text.replace(/"column":\d+/, '');
			expect(withoutColumns(renderCompilation(await bundleWithEsbuild(sources), sources.files))).toBe(
				withoutColumns(rendering)
			);
		}
	);
});

test('a source map names only the files of the program', async () => {
	const compilation = await compileInNode({
		files: { 'main.ts': 'export const a = 1;' },
		program: 'main.ts',
		checks: []
	});
	if (compilation.kind !== 'bundle') throw new Error('not compiled');
	expect(JSON.parse(compilation.bundle.map)).toMatchObject({
		version: 3,
		sections: [{ map: { sources: ['main.ts'] } }]
	});
});

test('program and checks are evaluated only when they are called', async () => {
	const files = { 'main.ts': "throw new Error('at load')", 'checks/a.ts': "throw new Error('check')" };
	const compilation = await compileInNode({ files, program: 'main.ts', checks: ['checks/a.ts'] });
	if (compilation.kind !== 'bundle') throw new Error('not compiled');
	const evaluated = evaluateBundle(compilation.bundle);
	expect(() => evaluated.program()).toThrow('at load');
	// A second call must throw again, and not return the half-evaluated program.
	expect(() => evaluated.program()).toThrow('at load');
	expect(() => evaluated.checks['checks/a.ts']?.()).toThrow('check');
});

/** Returns readable text for a snapshot: each diagnostic under its line, or what the program returns. */
function renderCompilation(compilation: CompileResult, files: Files): string {
	if (compilation.kind === 'too-large') return 'too large';
	if (compilation.kind === 'diagnostics')
		return compilation.diagnostics.map((one) => renderDiagnostic(one, files)).join('\n');
	const { bundle } = compilation;
	const checkResults: unknown[] = [];
	const evaluated = evaluateBundle(bundle, {
		'braise/draw': { background: () => 'drawn' },
		vitest: { test: (_name: string, body: () => unknown) => checkResults.push(body()) }
	});
	try {
		const lines = [`program ${printValue(copyExports(evaluated.program()))}`];
		const scene = evaluated.scene?.();
		if (scene !== undefined) lines.push(`scene ${printValue((scene['draw'] as () => unknown)())}`);
		Object.values(evaluated.checks).forEach((check) => check());
		if (checkResults.length > 0) lines.push(`checks ${printValue(checkResults)}`);
		return `${lines.join('\n')}\n`;
	} catch (error) {
		return `threw ${String(error)}\nat ${JSON.stringify(placeOfError(error, bundle))}\n`;
	}
}

function copyExports(exports: Record<string, unknown>): Record<string, unknown> {
	return { ...exports };
}

function renderDiagnostic(diagnostic: Diagnostic, files: Files): string {
	const { file, line, column } = diagnostic.place;
	const text = (files[file] ?? '').split('\n')[line - 1] ?? '';
	const message =
		diagnostic.kind === 'syntax'
			? diagnostic.message
			: `no ${diagnostic.specifier}, available: ${diagnostic.available.join(' ')}`;
	const markedText = text.slice(column - 1, column - 1 + diagnostic.length);
	return `${diagnostic.kind} ${file}:${line}:${column} [${markedText}] in [${text}]\n  ${message}\n`;
}
