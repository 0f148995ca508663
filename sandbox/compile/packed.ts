/**
 * Gives the compile worker `virtual:packed-engine`: the address of esbuild's WebAssembly, compressed in a file that looks like any
 * other, so that a proxy which undoes compression lets it pass as it is. Belongs in `worker.plugins`.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const ID = 'virtual:packed-engine';

export function packedEngine(): Plugin {
	let building = false;
	return {
		name: 'braise:packed-engine',
		configResolved(config) {
			building = config.command === 'build';
		},
		resolveId: (id) => (id === ID ? `\0${ID}` : null),
		async load(id) {
			if (id !== `\0${ID}`) return null;
			if (!building) return 'export default null;';
			const engine = await readFile(createRequire(import.meta.url).resolve('esbuild-wasm/esbuild.wasm'));
			// Not `.gz` or `.wasm`: servers and proxies know what to do with those.
			const file = this.emitFile({ type: 'asset', name: 'engine.bin', source: gzipSync(engine, { level: 9 }) });
			return `export default import.meta.ROLLUP_FILE_URL_${file};`;
		}
	};
}
