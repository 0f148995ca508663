import { createHash } from 'node:crypto';
import type { Files } from '../index.ts';

/** Each path and text with its length, so that no two sets of files run together. */
export function hashOf(files: Files): string {
	const hash = createHash('sha256');
	for (const path of Object.keys(files).sort()) {
		const text = files[path] ?? '';
		hash.update(`${Buffer.byteLength(path)}:${path}${Buffer.byteLength(text)}:${text}`);
	}
	return hash.digest('hex');
}
