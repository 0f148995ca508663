/** Chooses esbuild's loader for a file and disables source maps that its author wrote. */
import type { Loader } from 'esbuild-wasm';
import type { Files } from '../contract.ts';

/**
 * An empty source map comment, added at the end of a file, because esbuild uses a file's last one. It keeps a program from
 * blaming its errors on another file.
 */
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
