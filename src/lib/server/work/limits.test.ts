import { expect, test } from 'vitest';
import { estimateStoredBytes, DEFAULT_ACCOUNT_STORAGE_LIMITS } from './limits.ts';

test('no text counts for less than a quarter of its length, so that everything stored can be read again', () => {
	const version = { files: { 'main.ts': 'a'.repeat(1_000_000) } };
	const most = (DEFAULT_ACCOUNT_STORAGE_LIMITS.bytes / estimateStoredBytes(version)) * JSON.stringify(version).length;
	expect(most).toBeLessThanOrEqual(DEFAULT_ACCOUNT_STORAGE_LIMITS.bytes * 4);
	// A text in which nothing repeats is counted by its compressed size.
	const words = { text: Array.from({ length: 9000 }, (_, at) => ((at * 7919) % 99991).toString(36)).join('') };
	expect(estimateStoredBytes(words)).toBeGreaterThan(JSON.stringify(words).length / 3);
});
