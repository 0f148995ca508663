import type { Plugin } from 'vite';

/** Every page lists all names, so they are short. Seven tell a few hundred apart; the bundler accepts no fewer. */
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
