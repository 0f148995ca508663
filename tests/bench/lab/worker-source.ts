import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const WORKER_ENTRY_PATH = fileURLToPath(new URL('../../../sandbox/run/worker/entry.ts', import.meta.url));

export async function bundleWorker(): Promise<string> {
	const buildResult = await build({
		entryPoints: [WORKER_ENTRY_PATH],
		bundle: true,
		write: false,
		minify: true,
		format: 'iife',
		target: 'es2022'
	});
	return buildResult.outputFiles[0]?.text ?? '';
}
