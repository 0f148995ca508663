/** Shortens the hashes in the names of built files, since every page loads the list of all of them. */
import type { Plugin } from 'vite';

/** Of 64 different characters each: enough for the few hundred files of a build. One fewer than usual; the bundler accepts no less for so many files. */
const LENGTH = 7;

export function shortNames(): Plugin {
	return {
		name: 'braise:short-names',
		apply: 'build',
		outputOptions(options) {
			const { entryFileNames, chunkFileNames, assetFileNames } = options;
			return {
				...options,
				...(typeof entryFileNames === 'string' ? { entryFileNames: shorten(entryFileNames) } : {}),
				...(typeof chunkFileNames === 'string' ? { chunkFileNames: shorten(chunkFileNames) } : {}),
				...(typeof assetFileNames === 'string' ? { assetFileNames: shorten(assetFileNames) } : {})
			};
		}
	};
}

const shorten = (pattern: string) => pattern.replace('[hash]', `[hash:${LENGTH}]`);
