import { createHash, randomUUID } from 'node:crypto';

/** Hashes words at no cost. As in better-auth, each call returns a different hash for the same words. */
export async function hashPassword(password: string): Promise<string> {
	const salt = randomUUID();
	return `${salt}:${digestPassword(salt, password)}`;
}

export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
	const [salt = '', key] = hash.split(':');
	return key === digestPassword(salt, password);
}

function digestPassword(salt: string, password: string): string {
	return createHash('sha256')
		.update(`${salt}:${password.normalize('NFKC')}`)
		.digest('hex');
}
