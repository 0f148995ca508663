/**
 * Gives the compile worker `virtual:compile-engine`: the addresses of esbuild's WebAssembly with a maximum in its memory, as it is
 * and compressed in a file that looks like any other, so that a proxy which undoes compression lets it pass as it is. Belongs in
 * `worker.plugins`, and in `plugins` for the dev server.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { capMemory } from './capped.ts';

const ID = 'virtual:compile-engine';
/** Where the dev server has it. */
const SERVED = '/@compile-engine/esbuild.wasm';

const engine = async () =>
	capMemory(await readFile(createRequire(import.meta.url).resolve('esbuild-wasm/esbuild.wasm')));

export function compileEngine(): Plugin {
	let building = false;
	return {
		name: 'braise:compile-engine',
		configResolved(config) {
			building = config.command === 'build';
		},
		configureServer(server) {
			server.middlewares.use(SERVED, (_request, response, next) => {
				engine().then((bytes) => response.writeHead(200, { 'content-type': 'application/wasm' }).end(bytes), next);
			});
		},
		resolveId: (id) => (id === ID ? `\0${ID}` : null),
		async load(id) {
			if (id !== `\0${ID}`) return null;
			if (!building) return `export const plain = ${JSON.stringify(SERVED)}; export const packed = null;`;
			const bytes = await engine();
			const plain = this.emitFile({ type: 'asset', name: 'esbuild.wasm', source: bytes });
			// Not `.gz` or `.wasm`: servers and proxies know what to do with those.
			const packed = this.emitFile({ type: 'asset', name: 'engine.bin', source: gzipSync(bytes, { level: 9 }) });
			return [
				`export const plain = import.meta.ROLLUP_FILE_URL_${plain};`,
				`export const packed = import.meta.ROLLUP_FILE_URL_${packed};`
			].join('\n');
		}
	};
}
