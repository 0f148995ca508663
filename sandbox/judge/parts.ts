/** The judge's code for child, workers and engine, bundled once per process. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, type BundleOptions } from '../bundle.ts';
import { engineParts } from '../compile/node/engine-parts.ts';
import type { EngineParts } from '../compile/node/load-engine.ts';
import { once } from '../once.ts';
import type { Side } from './plan.ts';

const FOLDER = dirname(fileURLToPath(import.meta.url));

export interface Parts {
	child: string;
	worker: string;
	/** What runs in each realm before the code of the attempt. */
	realmCode: Record<Side, string>;
	scene: string;
	wasm: string;
	compiler: EngineParts;
}

export const parts = once(async (): Promise<Parts> => {
	const [child, worker, checks, program, scene, compiler] = await Promise.all([
		bundlePart('child/entry.ts', NODE),
		bundlePart('worker/entry.ts', NODE),
		bundlePart('realm/checks.ts', ENGINE),
		bundlePart('realm/program.ts', ENGINE),
		bundlePart('scene/driver.ts', { ...ENGINE, format: 'cjs' }),
		engineParts()
	]);
	const from = createRequire(join(FOLDER, 'parts.ts'));
	const wasm = from.resolve('@jitl/quickjs-wasmfile-release-sync/wasm');
	return { child, worker, realmCode: { checks, program }, scene, wasm, compiler };
});

const NODE: BundleOptions = {
	platform: 'node',
	format: 'cjs',
	target: 'node20',
	define: { 'import.meta.url': '"file:///"' }
};
const ENGINE: BundleOptions = { platform: 'neutral', format: 'iife', target: 'es2023', banner: '"use strict";' };

async function bundlePart(path: string, options: BundleOptions): Promise<string> {
	return (await bundle(join(FOLDER, path), options)).code;
}
