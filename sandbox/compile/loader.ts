import type { Loader } from 'esbuild-wasm';
import type { Files } from '../contract.ts';

/** Returns the names that a data file exports. For invalid JSON only `default`; esbuild reports the error later. */
export function exportNamesOfData(path: string, text: string): string[] {
	if (loaderOf(path) !== 'json') return ['default'];
	// Keys with half a surrogate pair are left out, because no program can write them as a name.
	return ['default', ...jsonKeysIn(text).filter((name) => name !== 'default' && !/\p{Surrogate}/u.test(name))];
}

function jsonKeysIn(text: string): string[] {
	try {
		const data: unknown = JSON.parse(text);
		return typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.keys(data) : [];
	} catch {
		return [];
	}
}

/** esbuild uses a file's last source map comment. This one keeps a program from blaming its errors on another file. */
const EMPTY_SOURCE_MAP_COMMENT = '\n//# sourceMappingURL=none';

export function loaderOf(path: string): Loader {
	if (path.endsWith('.json')) return 'json';
	if (path.endsWith('.css') || path.endsWith('.html')) return 'text';
	if (path.endsWith('.csv') || path.endsWith('.txt') || path.endsWith('.md')) return 'text';
	return path.endsWith('.js') ? 'js' : 'ts';
}

export const isCodeFile = (path: string): boolean => ['js', 'ts'].includes(loaderOf(path));

export function readForEsbuild(files: Files, path: string): { contents: string; loader: Loader } {
	const text = files[path] ?? '';
	const hasMap = isCodeFile(path) && text.includes('sourceMappingURL');
	return { contents: hasMap ? text + EMPTY_SOURCE_MAP_COMMENT : text, loader: loaderOf(path) };
}
