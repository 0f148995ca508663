/** Shortens the hashes in built file names, because every page loads the list of all files. */
import type { Plugin } from 'vite';

/** Characters of 64 kinds: enough for the few hundred files of a build, and the shortest that the bundler accepts for them. */
const HASH_LENGTH = 7;

export function shortNames(): Plugin {
	return {
		name: 'braise:short-names',
		apply: 'build',
		outputOptions(options) {
			const { entryFileNames, chunkFileNames, assetFileNames } = options;
			return {
				...options,
				...(typeof entryFileNames === 'string' ? { entryFileNames: shortenHash(entryFileNames) } : {}),
				...(typeof chunkFileNames === 'string' ? { chunkFileNames: shortenHash(chunkFileNames) } : {}),
				...(typeof assetFileNames === 'string' ? { assetFileNames: shortenHash(assetFileNames) } : {})
			};
		}
	};
}

const shortenHash = (pattern: string) => pattern.replace('[hash]', `[hash:${HASH_LENGTH}]`);
