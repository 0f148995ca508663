/** Hashes and compares passwords and passphrases. */
import { authLibrary } from './auth-library.ts';

export async function createPasswordHash(words: string): Promise<string> {
	const { password } = await authLibrary(false).$context;
	return password.hash(words);
}

/**
 * Compares a password with the stored hash. Without a stored hash the comparison takes as long, so that the time does not reveal whether an
 * account exists.
 */
export async function matchesPasswordHash(kept: string | undefined, words: string): Promise<boolean> {
	const { password } = await authLibrary(false).$context;
	if (kept !== undefined) return password.verify({ hash: kept, password: words });
	await password.hash(words);
	return false;
}
