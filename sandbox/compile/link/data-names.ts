/** Names under which data can be imported: the whole as `default`, and the keys of a JSON object. */
import { loaderOf } from '../loader.ts';

/** Returns the names of a data file. Invalid JSON gets only `default`; esbuild reports it later. */
export function dataNames(path: string, text: string): string[] {
	if (loaderOf(path) !== 'json') return ['default'];
	// A name with half a surrogate pair cannot be written in a program.
	return ['default', ...keysIn(text).filter((name) => name !== 'default' && !/\p{Surrogate}/u.test(name))];
}

function keysIn(text: string): string[] {
	try {
		const data: unknown = JSON.parse(text);
		return typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.keys(data) : [];
	} catch {
		return [];
	}
}
