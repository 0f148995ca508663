import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleScript } from '../../bundle.ts';
import { cacheFirstSuccess } from '../../cache-first-success.ts';
import type { CompilerEngineParts } from './client.ts';

const THIS_FOLDER = dirname(fileURLToPath(import.meta.url));

export const buildEngineParts = cacheFirstSuccess(async (): Promise<CompilerEngineParts> => {
	const { code } = await bundleScript(join(THIS_FOLDER, 'worker.ts'), {
		platform: 'node',
		format: 'cjs',
		target: 'node20'
	});
	// In a function: a worker's top-level names would become globals, which esbuild's package takes for the system's.
	const scoped = `(() => {${code}\n})();`;
	return { code: scoped, wasm: createRequire(join(THIS_FOLDER, 'worker.ts')).resolve('esbuild-wasm/esbuild.wasm') };
});
