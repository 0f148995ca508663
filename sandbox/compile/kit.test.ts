import { expect, test } from 'vitest';
import { buildKitFilesFor } from '../kit-file.ts';
import type { Files, Sources } from '../contract.ts';
import { evaluateBundle, placeOfError } from './evaluate.ts';
import { KIT_FILE_PATH } from './modules.ts';
import { compileInNode } from './node/index.ts';
import { lacksKit } from './client.ts';

const sceneCode =
	"import { between, verdict } from 'braise/scene';\nexport const draw = () => between(1, 0, 2);\nverdict;";
const mainCode = "import { between } from 'braise/scene';\nexport const half = () => between(1, 0, 2);";

async function bundleOf(sources: Partial<Sources> & { files: Files }) {
	const compilation = await compileInNode({ program: 'main.ts', checks: [], ...sources });
	if (compilation.kind !== 'bundle') throw new Error(JSON.stringify(compilation));
	return compilation.bundle;
}

test('a scene imports the kit that its package brings', async () => {
	const kit = await buildKitFilesFor({ 'scene.ts': sceneCode });
	const files = { 'main.ts': 'export const price = 1;', 'scene.ts': sceneCode, ...kit };
	const bundle = await bundleOf({ files, scene: 'scene.ts' });
	const sceneExports = evaluateBundle(bundle, { 'braise/draw': {} }).scene?.();
	expect((sceneExports?.['draw'] as (() => unknown) | undefined)?.()).toBe(0.5);
	const divided = await bundleOf({ files, scene: 'scene.ts', dividesPrelude: true });
	expect(divided.prelude).toContain(`file:${KIT_FILE_PATH}`);
	expect(divided.code).not.toContain('Math.min');
});

test('a challenge’s program, data and checks, and a page, cannot import the kit', async () => {
	const kit = await buildKitFilesFor({ 'scene.ts': sceneCode });
	const imports = "import { between } from 'braise/scene';\nexport const one = between;";
	const refusedSources: (Partial<Sources> & { files: Files })[] = [
		{ files: { 'main.ts': imports, 'scene.ts': sceneCode }, scene: 'scene.ts' },
		{ files: { 'main.ts': imports, 'index.html': '<p>' }, page: 'index.html' },
		{ files: { 'main.ts': "export * from './data/a';", 'data/a.ts': imports } },
		{ files: { 'main.ts': 'export const a = 1;', 'checks/a.ts': imports }, checks: ['checks/a.ts'] }
	];
	for (const sources of refusedSources) {
		const files = { ...sources.files, ...kit };
		const compilation = await compileInNode({ program: 'main.ts', checks: [], ...sources, files });
		expect(compilation).toMatchObject({
			kind: 'diagnostics',
			diagnostics: [{ kind: 'import', specifier: 'braise/scene' }]
		});
	}
});

test('the current kit is given only to a sketch that imports it', async () => {
	const sources = { program: 'main.ts', checks: [] };
	expect(lacksKit({ ...sources, files: { 'main.ts': mainCode } })).toBe(true);
	expect(lacksKit({ ...sources, files: { 'main.ts': 'export const a = 1;' } })).toBe(false);
	expect(lacksKit({ ...sources, files: { 'main.ts': mainCode, 'scene.ts': sceneCode }, scene: 'scene.ts' })).toBe(
		false
	);
	expect(lacksKit({ ...sources, files: { 'main.ts': mainCode, 'index.html': '' }, page: 'index.html' })).toBe(false);
	const kit = await buildKitFilesFor({ 'scene.ts': mainCode });
	const evaluated = evaluateBundle(await bundleOf({ files: { 'main.ts': mainCode, ...kit } }), { 'braise/draw': {} });
	expect((evaluated.program()['half'] as () => unknown)()).toBe(0.5);
	expect(await buildKitFilesFor({ 'main.ts': "// 'braise/scene'" })).toEqual({});
});

test('a name that the kit lacks is reported where it is imported', async () => {
	const wrong = "import { between, castle } from 'braise/scene';\nexport const a = [between, castle];";
	const kit = await buildKitFilesFor({ 'scene.ts': wrong });
	const compilation = await compileInNode({ program: 'main.ts', checks: [], files: { 'main.ts': wrong, ...kit } });
	expect(compilation).toMatchObject({ kind: 'diagnostics', diagnostics: [{ place: { file: 'main.ts', line: 1 } }] });
});

test('the packed kit holds only the imported pieces, or all for an import of everything', async () => {
	const kitCharacterCount = async (text: string) =>
		(await buildKitFilesFor({ 'scene.ts': text }))[KIT_FILE_PATH]?.length ?? 0;
	const some = await kitCharacterCount("import { between, type Mood } from 'braise/scene';");
	const more = await kitCharacterCount("import {\n\tbetween,\n\tstreet as road\n} from 'braise/scene';");
	const all = await kitCharacterCount("import * as kit from 'braise/scene';");
	expect(some).toBeGreaterThan(0);
	expect(more).toBeGreaterThan(some * 10);
	expect(all).toBeGreaterThan(more);
	expect(await kitCharacterCount("import type { Mood } from 'braise/scene';")).toBe(0);
});

test('an error in the kit is not placed in the kit’s own file', async () => {
	const calls = "import { place } from 'braise/scene';\nexport const draw = () =>\n\tplace('left');";
	const kit = await buildKitFilesFor({ 'scene.ts': calls });
	const bundle = await bundleOf({ files: { 'main.ts': calls, ...kit } });
	const draw = evaluateBundle(bundle, {
		'braise/draw': {
			get width() {
				throw new Error('no stage');
			}
		}
	}).program()['draw'] as () => void;
	let thrownError: unknown;
	try {
		draw();
	} catch (error) {
		thrownError = error;
	}
	expect(placeOfError(thrownError, bundle)?.file).not.toBe(KIT_FILE_PATH);
});
