import type { Plugin } from 'vite';
import { loadJudgeParts } from './parts.ts';

const PARTS_PATH_END = '/sandbox/judge/parts.ts';

export function judgePartsPlugin(): Plugin {
	return {
		name: 'braise:judge-parts',
		apply: 'build',
		async load(id) {
			if (!id.endsWith(PARTS_PATH_END)) return null;
			const { wasm: _, compiler, ...code } = await loadJudgeParts();
			return [
				"import { createRequire } from 'node:module';",
				"import { join } from 'node:path';",
				// The current folder of a built server is the repository's.
				"const { resolve } = createRequire(join(process.cwd(), 'package.json'));",
				'export const loadJudgeParts = async () => ({',
				`	...${JSON.stringify(code)},`,
				"	wasm: resolve('@jitl/quickjs-wasmfile-release-sync/wasm'),",
				`	compiler: { code: ${JSON.stringify(compiler.code)}, wasm: resolve('esbuild-wasm/esbuild.wasm') }`,
				'});'
			].join('\n');
		}
	};
}
