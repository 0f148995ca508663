/** Hashes each path and text together with its length, so that different files never give the same bytes to hash. */
import { createHash } from 'node:crypto';
import type { Files } from '../contract.ts';

export function hashOfFiles(files: Files): string {
	const hash = createHash('sha256');
	for (const path of Object.keys(files).sort()) {
		const text = files[path] ?? '';
		hash.update(`${Buffer.byteLength(path)}:${path}${Buffer.byteLength(text)}:${text}`);
	}
	return hash.digest('hex');
}
