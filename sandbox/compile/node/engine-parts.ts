/** What a compile worker is made of: its code, bundled once a process, and where the engine is. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../../bundle.ts';
import { once } from '../../once.ts';
import type { EngineParts } from './load-engine.ts';

const FOLDER = dirname(fileURLToPath(import.meta.url));

export const engineParts = once(async (): Promise<EngineParts> => {
	const { code } = await bundle(join(FOLDER, 'worker.ts'), { platform: 'node', format: 'cjs', target: 'node20' });
	// In a scope of its own: evaluated as a worker, its names would be globals, which the engine's package takes for the system's.
	const scoped = `(() => {${code}\n})();`;
	return { code: scoped, wasm: createRequire(join(FOLDER, 'worker.ts')).resolve('esbuild-wasm/esbuild.wasm') };
});
