/** Names that a data file exports: `default` for the whole data, and the keys of a JSON object. */
import { loaderOf } from '../loader.ts';

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
