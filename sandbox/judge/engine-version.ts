/** Names and versions of engine and compiler, stored in each verdict because others may judge differently. */
import { createRequire } from 'node:module';
import { LINKER_VERSION } from '../compile/link/link.ts';

const PACKAGE = '@jitl/quickjs-wasmfile-release-sync';

export const ENGINE: { name: string; version: string } = { name: PACKAGE, version: versionOf(PACKAGE) };

const ESBUILD = 'esbuild-wasm';

export const COMPILER = { name: ESBUILD, version: versionOf(ESBUILD), linker: LINKER_VERSION };

function versionOf(name: string): string {
	const read: unknown = createRequire(import.meta.url)(`${name}/package.json`);
	const isNamed = typeof read === 'object' && read !== null && 'version' in read && typeof read.version === 'string';
	if (!isNamed) throw new Error(`${name} has no version`);
	return String(read.version);
}
