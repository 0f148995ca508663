/** Name and version of the engine, stored in each verdict because another engine may judge differently. */
import { createRequire } from 'node:module';

const PACKAGE = '@jitl/quickjs-wasmfile-release-sync';

export const ENGINE: { name: string; version: string } = { name: PACKAGE, version: versionOf(PACKAGE) };

function versionOf(name: string): string {
	const read: unknown = createRequire(import.meta.url)(`${name}/package.json`);
	const isNamed = typeof read === 'object' && read !== null && 'version' in read && typeof read.version === 'string';
	if (!isNamed) throw new Error(`${name} has no version`);
	return String(read.version);
}
