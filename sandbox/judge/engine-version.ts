/**
 * Reads the names and versions of engine and compiler, which each verdict stores, because other versions may judge differently.
 */
import { createRequire } from 'node:module';
import { LINKER_VERSION } from '../compile/link/link.ts';

const QUICKJS_PACKAGE = '@jitl/quickjs-wasmfile-release-sync';

export const JUDGE_ENGINE: { name: string; version: string } = {
	name: QUICKJS_PACKAGE,
	version: packageVersionOf(QUICKJS_PACKAGE)
};

const ESBUILD_PACKAGE = 'esbuild-wasm';

export const JUDGE_COMPILER = {
	name: ESBUILD_PACKAGE,
	version: packageVersionOf(ESBUILD_PACKAGE),
	linker: LINKER_VERSION
};

function packageVersionOf(packageName: string): string {
	const manifest: unknown = createRequire(import.meta.url)(`${packageName}/package.json`);
	const hasVersion =
		typeof manifest === 'object' && manifest !== null && 'version' in manifest && typeof manifest.version === 'string';
	if (!hasVersion) throw new Error(`${packageName} has no version`);
	return String(manifest.version);
}
