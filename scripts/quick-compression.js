import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

/** Files get a tenth larger than at the best quality, which builds for people use. */
const QUICK_QUALITY = 5;
/** Smaller files are compressed as in a build for people, because tests limit the bytes of a page. */
const LARGE_FILE_BYTES = 200_000;
const ENDINGS = new Set(['.html', '.js', '.json', '.css', '.svg', '.xml', '.wasm', '.txt']);

/**
 * Wraps an adapter, so that large files of its build are compressed quickly.
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function compressQuickly(adapter) {
	return {
		...adapter,
		adapt: (builder) => adapter.adapt(Object.create(builder, { compress: { value: compressFolder } }))
	};
}

/** @param {string} folder */
async function compressFolder(folder) {
	const names = await readdir(folder, { recursive: true }).catch(() => []);
	const files = names.filter((name) => ENDINGS.has(extname(name))).map((name) => join(folder, name));
	await Promise.all(files.map(compressFile));
}

/** @param {string} file */
async function compressFile(file) {
	const { size } = await stat(file);
	await pipeline(createReadStream(file), createGzip(), createWriteStream(`${file}.gz`));
	const quality = size < LARGE_FILE_BYTES ? constants.BROTLI_MAX_QUALITY : QUICK_QUALITY;
	const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: size };
	await pipeline(createReadStream(file), createBrotliCompress({ params }), createWriteStream(`${file}.br`));
}
