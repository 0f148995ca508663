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
export async function matchesPasswordHash(storedHash: string | undefined, words: string): Promise<boolean> {
	const { password } = await authLibrary(false).$context;
	if (storedHash !== undefined) return password.verify({ hash: storedHash, password: words });
	await password.hash(words);
	return false;
}
