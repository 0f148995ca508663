import type { Loader } from 'esbuild-wasm';

export function loaderOf(path: string): Loader {
	if (path.endsWith('.json')) return 'json';
	if (path.endsWith('.css') || path.endsWith('.html')) return 'text';
	if (path.endsWith('.csv') || path.endsWith('.txt') || path.endsWith('.md')) return 'text';
	return path.endsWith('.js') ? 'js' : 'ts';
}
