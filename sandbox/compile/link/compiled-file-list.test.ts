/** Tests that an engine which takes a bundle's files links the same bundle without compiling them. */
import * as esbuild from 'esbuild';
import { expect, test } from 'vitest';
import { readCompilerFixtures } from '../compiler-fixtures.ts';
import { createEngine, type CompileResult } from '../engine.ts';
import { parseCompilerRequest } from '../protocol.ts';
import type { Bundle, Sources } from '../../contract.ts';

/** Makes an engine that counts the files it compiles. */
function countingEngine(version: string = esbuild.version) {
	const counts = { compiled: 0 };
	const engine = createEngine({
		version,
		transform(text, options) {
			counts.compiled += 1;
			return esbuild.transform(text, options);
		},
		build(options) {
			counts.compiled += 1;
			return esbuild.build(options);
		}
	});
	return { engine, counts };
}

const withoutDuration = (result: CompileResult) => ({ ...result, duration: 0 });

async function listedBundleOf(sources: Sources): Promise<Bundle | undefined> {
	const result = await countingEngine().engine.compile({ ...sources, listsFiles: true });
	return result.kind === 'bundle' ? result.bundle : undefined;
}

/** Passes a bundle on as a worker receives it. */
function sent(sources: Sources, bundle: Bundle): Bundle {
	const request = parseCompilerRequest(JSON.parse(JSON.stringify({ type: 'reuse', sources, bundle })));
	if (request.type !== 'reuse') throw new Error(request.type);
	return request.bundle;
}

test.each(readCompilerFixtures())('$name: files that are taken over give the same bundle', async ({ sources }) => {
	const bundle = await listedBundleOf(sources);
	// A page has no list, and sources that do not compile have no bundle.
	if (bundle?.files === undefined) return;
	const { engine, counts } = countingEngine();
	engine.reuseFiles(sources, sent(sources, bundle));
	const reused = await engine.compile(sources);
	expect(counts.compiled).toBe(0);
	const fresh = await countingEngine().engine.compile(sources);
	expect(withoutDuration(reused)).toEqual(withoutDuration(fresh));
});

const SOURCES: Sources = {
	files: {
		'main.ts': "import { rate } from './data/rates';\nexport const price = (minutes: number) => minutes * rate;",
		'data/rates.ts': 'export const rate = 2;',
		'scene.ts':
			"import { price } from './main';\nimport { car } from './scene/car';\nexport const draw = () => [price(3), car];",
		'scene/car.ts': "export const car = 'car';"
	},
	program: 'main.ts',
	scene: 'scene.ts',
	checks: []
};
const changedSources: Sources = {
	...SOURCES,
	files: { ...SOURCES.files, 'main.ts': 'export const price = (minutes: number) => minutes * 3;' }
};

test('an edit compiles the changed file alone, and gives what an engine without the list gives', async () => {
	const bundle = await listedBundleOf(SOURCES);
	const { engine, counts } = countingEngine();
	if (bundle) engine.reuseFiles(SOURCES, sent(SOURCES, bundle));
	const reused = await engine.compile({ ...changedSources, dividesPrelude: true });
	expect(counts.compiled).toBe(1);
	const fresh = await countingEngine().engine.compile({ ...changedSources, dividesPrelude: true });
	expect(withoutDuration(reused)).toEqual(withoutDuration(fresh));
});

test('files of another compiler are compiled again', async () => {
	const bundle = await listedBundleOf(SOURCES);
	const { engine, counts } = countingEngine('0.0.1');
	if (bundle) engine.reuseFiles(SOURCES, bundle);
	await engine.compile(SOURCES);
	expect(counts.compiled).toBe(4);
});

test('bundles that guards change or a prelude divides have no list', async () => {
	const { engine } = countingEngine();
	for (const option of [{ guarded: true }, { dividesPrelude: true }] as const) {
		const result = await engine.compile({ ...SOURCES, ...option, listsFiles: true });
		expect(result.kind === 'bundle' && result.bundle.files).toBeUndefined();
	}
});
