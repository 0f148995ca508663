import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { limitWasmMemory } from './limit-wasm-memory.ts';

const ENGINE_MODULE_ID = 'virtual:compile-engine';
const DEV_ENGINE_ADDRESS = '/@compile-engine/esbuild.wasm';

const readEngineFile = async () =>
	limitWasmMemory(await readFile(createRequire(import.meta.url).resolve('esbuild-wasm/esbuild.wasm')));

export function compilerEnginePlugin(): Plugin {
	let building = false;
	return {
		name: 'braise:compile-engine',
		configResolved(config) {
			building = config.command === 'build';
		},
		configureServer(server) {
			server.middlewares.use(DEV_ENGINE_ADDRESS, (_request, response, next) => {
				readEngineFile().then(
					(bytes) => response.writeHead(200, { 'content-type': 'application/wasm' }).end(bytes),
					next
				);
			});
		},
		resolveId: (id) => (id === ENGINE_MODULE_ID ? `\0${ENGINE_MODULE_ID}` : null),
		async load(id) {
			if (id !== `\0${ENGINE_MODULE_ID}`) return null;
			if (!building) return `export const plain = ${JSON.stringify(DEV_ENGINE_ADDRESS)}; export const gzipped = null;`;
			const bytes = await readEngineFile();
			const plain = this.emitFile({ type: 'asset', name: 'esbuild.wasm', source: bytes });
			// Servers and proxies treat the endings `.gz` and `.wasm` specially, and a proxy might decompress the file.
			const gzipped = this.emitFile({ type: 'asset', name: 'engine.bin', source: gzipSync(bytes, { level: 9 }) });
			return [
				`export const plain = import.meta.ROLLUP_FILE_URL_${plain};`,
				`export const gzipped = import.meta.ROLLUP_FILE_URL_${gzipped};`
			].join('\n');
		}
	};
}
