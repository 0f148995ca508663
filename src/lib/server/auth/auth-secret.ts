/** Supplies the key that signs cookies and links: the owner's `AUTH_SECRET`, or a key that is generated once. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from '#lib/server/environment.ts';

let cachedAuthSecret: string | undefined;

export function authSecret(): string {
	const { authSecret, dataFolder } = environment();
	return (cachedAuthSecret ??= authSecret ?? readOrCreateAuthSecret(dataFolder));
}

/**
 * Reads the secret from its file, which no other user of the machine may read. Of processes that start together, the first writes the file.
 */
function readOrCreateAuthSecret(folder: string): string {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const path = join(folder, 'secret');
	try {
		writeFileSync(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
	}
	return readFileSync(path, 'utf8').trim();
}
