/** The parts of a compile worker: its code, bundled once per process, and the path of esbuild's WebAssembly. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleScript } from '../../bundle.ts';
import { cacheFirstSuccess } from '../../cache-first-success.ts';
import type { CompilerEngineParts } from './load-engine.ts';

const THIS_FOLDER = dirname(fileURLToPath(import.meta.url));

export const buildEngineParts = cacheFirstSuccess(async (): Promise<CompilerEngineParts> => {
	const { code } = await bundleScript(join(THIS_FOLDER, 'worker.ts'), {
		platform: 'node',
		format: 'cjs',
		target: 'node20'
	});
	// Wrapped in a function: top-level names of a worker's script would become globals, which esbuild's package takes for those of
	// the system.
	const scoped = `(() => {${code}\n})();`;
	return { code: scoped, wasm: createRequire(join(THIS_FOLDER, 'worker.ts')).resolve('esbuild-wasm/esbuild.wasm') };
});
