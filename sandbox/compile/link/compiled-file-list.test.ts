import * as esbuild from 'esbuild';
import { expect, test } from 'vitest';
import { readCompilerFixtures } from '../compiler-fixtures.ts';
import { createCompileEngine, type CompileResult } from '../engine.ts';
import { parseCompilerRequest } from '../protocol.ts';
import type { Bundle, Sources } from '../../contract.ts';

function createCountingEngine(version: string = esbuild.version) {
	const counts = { compiled: 0 };
	const engine = createCompileEngine({
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

async function compileBundleWithList(sources: Sources): Promise<Bundle | undefined> {
	const result = await createCountingEngine().engine.compile({ ...sources, listsFiles: true });
	return result.kind === 'bundle' ? result.bundle : undefined;
}

function passToWorker(sources: Sources, bundle: Bundle): Bundle {
	const request = parseCompilerRequest(JSON.parse(JSON.stringify({ type: 'reuse', sources, bundle })));
	if (request.type !== 'reuse') throw new Error(request.type);
	return request.bundle;
}

const fixturesWithBundles: { name: string; sources: Sources; bundle: Bundle }[] = [];
for (const { name, sources } of readCompilerFixtures()) {
	const bundle = await compileBundleWithList(sources);
	// Sources that do not compile have no bundle.
	if (bundle !== undefined) fixturesWithBundles.push({ name, sources, bundle });
}

test('more than half of the fixtures compile, and each bundle lists its files', () => {
	expect(fixturesWithBundles.length).toBeGreaterThan(readCompilerFixtures().length / 2);
	expect(fixturesWithBundles.filter(({ bundle }) => bundle.files === undefined)).toEqual([]);
});

test.each(fixturesWithBundles)(
	'$name: reused files give the same bundle without compiling',
	async ({ sources, bundle }) => {
		const { engine, counts } = createCountingEngine();
		engine.reuseFiles(sources, passToWorker(sources, bundle));
		const reused = await engine.compile(sources);
		expect(counts.compiled).toBe(0);
		const fresh = await createCountingEngine().engine.compile(sources);
		expect(withoutDuration(reused)).toEqual(withoutDuration(fresh));
	}
);

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

async function sourcesBundle(): Promise<Bundle> {
	const bundle = await compileBundleWithList(SOURCES);
	if (bundle === undefined) throw new Error('The sources do not compile.');
	return bundle;
}

test('an edit compiles only the changed file, with the same result as without reused files', async () => {
	const { engine, counts } = createCountingEngine();
	engine.reuseFiles(SOURCES, passToWorker(SOURCES, await sourcesBundle()));
	const reused = await engine.compile({ ...changedSources, dividesPrelude: true });
	expect(counts.compiled).toBe(1);
	const fresh = await createCountingEngine().engine.compile({ ...changedSources, dividesPrelude: true });
	expect(withoutDuration(reused)).toEqual(withoutDuration(fresh));
});

test('files of another compiler version are compiled again', async () => {
	const { engine, counts } = createCountingEngine('0.0.1');
	engine.reuseFiles(SOURCES, await sourcesBundle());
	await engine.compile(SOURCES);
	expect(counts.compiled).toBe(4);
});

test('guarded bundles and bundles with a prelude have no list of files', async () => {
	const { engine } = createCountingEngine();
	for (const option of [{ guarded: true }, { dividesPrelude: true }] as const) {
		const result = await engine.compile({ ...SOURCES, ...option, listsFiles: true });
		expect(result.kind === 'bundle' && result.bundle.files).toBeUndefined();
	}
});
