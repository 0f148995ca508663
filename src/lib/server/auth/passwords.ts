/** How passwords and passphrases are kept: as hashes, made and compared here. */
import { library } from './library.ts';

export async function hashOf(words: string): Promise<string> {
	const { password } = await library(false).$context;
	return password.hash(words);
}

/** Takes as long where nothing is kept. */
export async function isHashOf(kept: string | undefined, words: string): Promise<boolean> {
	const { password } = await library(false).$context;
	if (kept !== undefined) return password.verify({ hash: kept, password: words });
	await password.hash(words);
	return false;
}
