import * as esbuild from 'esbuild';
import { beforeEach, expect, test } from 'vitest';
import type { Files, Sources } from '../../contract.ts';
import { createCompileEngine, type CompileResult, type CompileEngine } from '../engine.ts';
import { loadBundle, loadPrelude } from '../../run/worker/program.ts';
import { evaluateBundle } from '../evaluate.ts';
import type { EsbuildOptions } from '../esbuild.ts';

let builtEntries: string[][];
/** Texts of files that esbuild's `transform` compiled. */
let transformedTexts: string[];
let engine: CompileEngine;

beforeEach(() => {
	builtEntries = [];
	transformedTexts = [];
	engine = createCompileEngine({
		version: esbuild.version,
		transform(text, options) {
			transformedTexts.push(text);
			return esbuild.transform(text, options);
		},
		build(options: EsbuildOptions) {
			const entries = options.entryPoints as { in: string }[];
			builtEntries.push(entries.map((entry) => entry.in).sort());
			return esbuild.build(options);
		}
	});
});

const PROGRAM_FILES: Files = {
	'main.ts': "import { rate } from './rates';\nexport const price = (minutes: number) => minutes * rate;",
	'rates.ts': 'export const rate = 2;',
	'scene.ts':
		"import { price } from './main';\nimport { car } from './scene/car';\nexport const draw = () => [price(3), car];",
	'scene/car.ts': "export const car = 'car';",
	'checks/a.ts': "import { test } from 'vitest';\nimport { price } from './main';\ntest('a', () => price(1));"
};

const sourcesOf = (changedFiles: Files = {}): Sources => ({
	files: { ...PROGRAM_FILES, ...changedFiles },
	program: 'main.ts',
	scene: 'scene.ts',
	checks: ['checks/a.ts']
});

/** Compiles the changed files. Returns the texts that `transform` compiled, and the entries of each build. */
async function compileChangedFiles(
	changedFiles: Files
): Promise<{ transformedTexts: string[]; builtEntries: string[][] }> {
	builtEntries = [];
	transformedTexts = [];
	await engine.compile(sourcesOf(changedFiles));
	return { transformedTexts, builtEntries };
}

function drawScene(compilation: CompileResult): unknown {
	if (compilation.kind !== 'bundle') throw new Error(JSON.stringify(compilation));
	const scene = evaluateBundle(compilation.bundle, { vitest: {} }).scene?.() ?? {};
	return (scene['draw'] as () => unknown)();
}

test('the first compile compiles all files, and later ones only the changed files', async () => {
	expect(drawScene(await engine.compile(sourcesOf()))).toEqual([6, 'car']);
	// The check file exports nothing, so it needs a build.
	expect(builtEntries).toEqual([['given:checks/a.ts']]);
	expect(transformedTexts).toHaveLength(4);
	const main = 'export const price = () => 7;';
	expect(await compileChangedFiles({ 'main.ts': main })).toEqual({ transformedTexts: [main], builtEntries: [] });
	expect(await compileChangedFiles({})).toEqual({ transformedTexts: [], builtEntries: [] });
	const rates = 'export const rate = 3;';
	expect(await compileChangedFiles({ 'rates.ts': rates })).toEqual({ transformedTexts: [rates], builtEntries: [] });
	expect(drawScene(await engine.compile(sourcesOf({ 'rates.ts': rates })))).toEqual([9, 'car']);
});

test('importers of a file are compiled again when its exported names change', async () => {
	await engine.compile(sourcesOf());
	const rates = 'export const rate = 2, more = 1;';
	const { transformedTexts: alone } = await compileChangedFiles({ 'rates.ts': rates });
	expect(alone).toEqual([rates, PROGRAM_FILES['main.ts']]);
	const compilation = await engine.compile(sourcesOf({ 'rates.ts': 'export const other = 2;' }));
	expect(compilation).toMatchObject({ kind: 'diagnostics', diagnostics: [{ kind: 'import', specifier: 'rate' }] });
	expect(drawScene(await engine.compile(sourcesOf()))).toEqual([6, 'car']);
});

test('an error in one file leaves the others compiled', async () => {
	const wrong = { 'main.ts': 'export const price = ;' };
	expect(await engine.compile(sourcesOf(wrong))).toMatchObject({
		kind: 'diagnostics',
		diagnostics: [{ kind: 'syntax' }]
	});
	expect(await compileChangedFiles(wrong)).toEqual({
		transformedTexts: [wrong['main.ts']],
		builtEntries: [['given:main.ts']]
	});
	expect(await compileChangedFiles({})).toEqual({
		transformedTexts: [PROGRAM_FILES['main.ts'], PROGRAM_FILES['rates.ts']],
		builtEntries: []
	});
});

test.each([
	['assigns to a constant', 'const one = 1;\none = 2;\nexport const price = () => one;'],
	['imports a missing name', "import { cost } from './rates';\nexport const price = () => cost;"],
	['imports a missing file', "import { rate } from './rate';\nexport const price = () => rate;"]
])('a build gives diagnostics for a file that %s', async (_, main) => {
	await engine.compile(sourcesOf());
	expect(await compileChangedFiles({ 'main.ts': main })).toMatchObject({ builtEntries: [['given:main.ts']] });
	expect((await engine.compile(sourcesOf({ 'main.ts': main }))).kind).toBe('diagnostics');
});

test('an import path with a control character is reported as a wrong import', async () => {
	const main = "import { rate } from './rates\u0007';\nexport const price = () => rate;";
	const compilation = await engine.compile(sourcesOf({ 'main.ts': main }));
	expect(compilation).toMatchObject({
		kind: 'diagnostics',
		diagnostics: [{ kind: 'import', specifier: './rates\u0007' }]
	});
});

test('a file with three thousand imports is compiled without a build', async () => {
	const count = 3000;
	const imports = Array.from({ length: count }, (_, at) => `import { rate as r${at} } from './rates';`);
	const sum = Array.from({ length: count }, (_, at) => `r${at}`).join(' + ');
	const main = `${imports.join('\n')}\nexport const price = (minutes: number) => minutes * (${sum});`;
	expect(drawScene(await engine.compile(sourcesOf({ 'main.ts': main })))).toEqual([3 * 2 * count, 'car']);
	expect(builtEntries.flat()).not.toContain('given:main.ts');
});

test.each(['given_exports', 'exports', 'module', 'import_rates', '__toCommonJS', '__export', '__defProp', 'loads'])(
	'a program may name a variable %s',
	async (name) => {
		const main = `import { rate } from './rates';
const ${name} = 'text';
export const price = (minutes: number) => [rate * minutes, ${name}, '${name}.none'];`;
		const compilation = await engine.compile(sourcesOf({ 'main.ts': main }));
		expect(drawScene(compilation)).toEqual([[6, 'text', `${name}.none`], 'car']);
	}
);

test('an import works only while its file exists', async () => {
	const { 'rates.ts': _, ...fewer } = PROGRAM_FILES;
	const missing = await engine.compile({ ...sourcesOf(), files: fewer });
	expect(missing).toMatchObject({
		diagnostics: [{ kind: 'import', specifier: './rates', place: { file: 'main.ts' } }]
	});
	expect(drawScene(await engine.compile(sourcesOf()))).toEqual([6, 'car']);
	expect(await engine.compile({ ...sourcesOf(), files: fewer })).toEqual(missing);
});

test('a bundle does not depend on what was compiled before', async () => {
	const bundleOf = async (one: CompileEngine, sources: Sources) => ({ ...(await one.compile(sources)), duration: 0 });
	const fresh = await bundleOf(createCompileEngine(esbuild), sourcesOf());
	for (const changedFiles of [
		{ 'rates.ts': 'export const other = 1;' },
		{ 'zone.ts': 'export {};' },
		{ 'main.ts': 'let' }
	]) {
		await engine.compile(sourcesOf(changedFiles));
	}
	expect(await bundleOf(engine, sourcesOf())).toEqual(fresh);
});

test('exports are live getters, and an export named __esModule does not replace the module mark', async () => {
	const main = 'export let rate = 1;\nexport const rise = () => (rate += 1);\nexport const price = () => 2;';
	const programOf = async (text: string) => {
		const compilation = await engine.compile(sourcesOf({ 'main.ts': text }));
		if (compilation.kind !== 'bundle') throw new Error(JSON.stringify(compilation));
		return evaluateBundle(compilation.bundle).program() as { rate: number; rise(): void };
	};
	const program = await programOf(main);
	expect(Object.getOwnPropertyDescriptor(program, 'rate')?.get?.toString()).toBe('() => rate');
	program.rise();
	expect(program.rate).toBe(2);
	const markedProgram = await programOf(`${main}\nexport { rise as __esModule };`);
	expect(Object.entries(markedProgram)).toHaveLength(3);
	expect(markedProgram).toMatchObject({ __esModule: true, rate: 1 });
});

test('words in comments and strings that look like imports import nothing', async () => {
	const main = `// import './broken'
/* it's from './broken' */
const texts = ['it\\'s from "./broken"', \`import './broken'\`];
export const price = () => "from './broken'";`;
	const compilation = await engine.compile(sourcesOf({ 'main.ts': main, 'broken.ts': 'const = ;' }));
	expect(drawScene(compilation)).toEqual(["from './broken'", 'car']);
	expect(builtEntries.flat()).not.toContain('given:broken.ts');
});

test.each(['/*', '`', '"', 'from "'])('a file that repeats %s many times gets diagnostics', async (text) => {
	const compilation = await engine.compile(sourcesOf({ 'main.ts': `${text.repeat(99_999)}\nimport './rates'` }));
	expect(compilation.kind).toBe('diagnostics');
});

test('a program cannot require a file that it does not import', async () => {
	const main = `const ask = require;
export const price = () => ['file:checks/a.ts', 'checks/a.ts', './checks/a', 'file:scene.ts', 'raw:scene.ts'].map((name) => {
	try { return ask(name); } catch (error) { return error.message; }
});`;
	const [answers] = drawScene(await engine.compile(sourcesOf({ 'main.ts': main }))) as [string[]];
	for (const answer of answers) expect(answer).toMatch(/^no module /);
});

test('special characters in file names are not treated as code', async () => {
	const names = ["a'b", 'a"b', 'a`b', 'a\nb', 'a\u2028b', 'a\0b', 'given:x', '*', '__proto__', '%61%', 'é'];
	const files = Object.fromEntries(
		names.map((name, index) => [`lib/${name}.ts`, `export const n${index} = ${index};`])
	);
	const imports = names.map((name, index) => `import { n${index} } from ${JSON.stringify(`./lib/${name}`)};`);
	const all = names.map((_, index) => `n${index}`).join();
	const main = `${imports.join('\n')}\nexport const price = () => [${all}];`;
	const [sum] = drawScene(await engine.compile(sourcesOf({ ...files, 'main.ts': main }))) as [number[]];
	expect(sum).toEqual(names.map((_, index) => index));
});

test('special characters in export names are not treated as code', async () => {
	const names = ['x: () => y', 'x.y', 'a"b', "a'b", 'a\\b', 'a\nb', 'a`b', '[a]', ', a', '*', ''].map((name) =>
		JSON.stringify(name)
	);
	const list = (prefix: string) => names.map((name, index) => `${name} as ${prefix}${index}`).join();
	const own = `const one = 1;\nexport { ${names.map((name) => `one as ${name}`).join()} };`;
	const again = `export { ${names.join()} } from './own';`;
	const main = `import { ${list('a')} } from './own';\nimport { ${list('b')} } from './again';
export const price = () => ${names.map((_, index) => `a${index} + b${index}`).join(' + ')};`;
	const compilation = await engine.compile(sourcesOf({ 'main.ts': main, 'own.ts': own, 'again.ts': again }));
	expect(drawScene(compilation)).toEqual([2 * names.length, 'car']);
});

test('a thousand files that import each other are linked', { tags: 'soak' }, async () => {
	const count = 1000;
	const files = Object.fromEntries(
		Array.from({ length: count }, (_, at) => [
			`f${at}.ts`,
			`import { f${(at + 1) % count} as next } from './f${(at + 1) % count}';\nexport const f${at} = (n: number): number => n === 0 ? ${at} : next(n - 1);`
		])
	);
	const main = "import { f0 } from './f0';\nexport const price = () => f0(999);";
	expect(drawScene(await engine.compile(sourcesOf({ ...files, 'main.ts': main })))).toEqual([999, 'car']);
	// Few files may be built in one call, because esbuild's memory grows with the square of their number.
	expect(Math.max(...builtEntries.map((entries) => entries.length))).toBeLessThanOrEqual(80);
	// All files but one were built: the other file of the scene is in no circle of imports.
	expect(new Set(builtEntries.flat()).size).toBe(1003);
});

test('files that never import the program are in the prelude, which stays the same while the program changes', async () => {
	const files = {
		'scene.ts':
			"import { car } from './scene/car';\nimport { fee } from './scene/fee';\nexport const draw = () => [fee(), car];",
		'scene/fee.ts':
			"import { price } from '../main';\nimport { car } from './car';\nexport const fee = () => [car, price(1)];",
		'scene/car.ts': "import { name } from './name';\nexport const car = name;",
		// Files that import each other in a circle, none of which imports the program.
		'scene/name.ts':
			"import * as all from './car';\nexport const name = 'divided car';\nexport const others = () => all;"
	};
	const compile = async (changedFiles: Files) => {
		const compilation = await engine.compile({ ...sourcesOf({ ...files, ...changedFiles }), dividesPrelude: true });
		if (compilation.kind !== 'bundle') throw new Error(JSON.stringify(compilation));
		return compilation.bundle;
	};
	const [first, second] = [await compile({}), await compile({ 'main.ts': 'export const price = () => 9;' })];
	expect(second.prelude).toBe(first.prelude);
	expect(second.code).not.toContain('divided car');
	const preludeFiles = loadPrelude(second.prelude ?? '', {});
	expect(
		Object.keys(preludeFiles)
			.filter((name) => name.startsWith('file:'))
			.sort()
	).toEqual(['file:scene/car.ts', 'file:scene/name.ts']);
	const scene = loadBundle(second.code, { vitest: {} }, preludeFiles).scene?.() ?? {};
	expect((scene['draw'] as () => unknown)()).toEqual([['divided car', 9], 'divided car']);
	// A guarded bundle has no prelude, because guards are added to one script.
	const guarded = await engine.compile({ ...sourcesOf(files), dividesPrelude: true, guarded: true });
	expect(guarded.kind === 'bundle' && guarded.bundle.prelude).toBeUndefined();
});
