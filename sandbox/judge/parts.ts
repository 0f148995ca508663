import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleScript, type ScriptBundleOptions } from '../bundle.ts';
import { buildEngineParts } from '../compile/node/engine-parts.ts';
import type { CompilerEngineParts } from '../compile/node/client.ts';
import { cacheFirstSuccess } from '../cache-first-success.ts';
import type { RealmName } from './task-messages.ts';

const THIS_FOLDER = dirname(fileURLToPath(import.meta.url));

export interface JudgeParts {
	childCode: string;
	workerCode: string;
	realmCode: Record<RealmName, string>;
	sceneDriverCode: string;
	wasm: string;
	compiler: CompilerEngineParts;
}

export const loadJudgeParts = cacheFirstSuccess(async (): Promise<JudgeParts> => {
	const [childCode, workerCode, checks, program, sceneDriverCode, compiler] = await Promise.all([
		bundleJudgePart('child/entry.ts', NODE_BUNDLE_OPTIONS),
		bundleJudgePart('worker/entry.ts', NODE_BUNDLE_OPTIONS),
		bundleJudgePart('realm/checks.ts', ENGINE_BUNDLE_OPTIONS),
		bundleJudgePart('realm/program.ts', ENGINE_BUNDLE_OPTIONS),
		bundleJudgePart('scene/driver.ts', { ...ENGINE_BUNDLE_OPTIONS, format: 'cjs' }),
		buildEngineParts()
	]);
	const requireFromJudge = createRequire(join(THIS_FOLDER, 'parts.ts'));
	const wasm = requireFromJudge.resolve('@jitl/quickjs-wasmfile-release-sync/wasm');
	return { childCode, workerCode, realmCode: { checks, program }, sceneDriverCode, wasm, compiler };
});

const NODE_BUNDLE_OPTIONS: ScriptBundleOptions = {
	platform: 'node',
	format: 'cjs',
	target: 'node20',
	define: { 'import.meta.url': '"file:///"' }
};
const ENGINE_BUNDLE_OPTIONS: ScriptBundleOptions = {
	platform: 'neutral',
	format: 'iife',
	target: 'es2023',
	banner: '"use strict";'
};

async function bundleJudgePart(path: string, options: ScriptBundleOptions): Promise<string> {
	return (await bundleScript(join(THIS_FOLDER, path), options)).code;
}
