/** A Vite plugin that provides `virtual:compile-engine`, the addresses of esbuild's WebAssembly. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { capMemory } from './cap-memory.ts';

const ID = 'virtual:compile-engine';
const SERVED = '/@compile-engine/esbuild.wasm';

const engine = async () =>
	capMemory(await readFile(createRequire(import.meta.url).resolve('esbuild-wasm/esbuild.wasm')));

/** Emits the file plain and gzipped under a neutral name. Belongs in `worker.plugins`, and in `plugins` for the dev server. */
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
			// Not `.gz` or `.wasm`: servers and proxies treat those specially, and a proxy might decompress the file.
			const packed = this.emitFile({ type: 'asset', name: 'engine.bin', source: gzipSync(bytes, { level: 9 }) });
			return [
				`export const plain = import.meta.ROLLUP_FILE_URL_${plain};`,
				`export const packed = import.meta.ROLLUP_FILE_URL_${packed};`
			].join('\n');
		}
	};
}
