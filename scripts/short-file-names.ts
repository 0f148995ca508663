/** Shortens the hashes in the names of built files, because every page loads the list of all names. */
import type { Plugin } from 'vite';

/**
 * Characters of a hash, each one of 64. Seven are enough to tell the few hundred files of a build apart, and the least that the
 * bundler accepts.
 */
const HASH_LENGTH = 7;

export function shortFileNamesPlugin(): Plugin {
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
