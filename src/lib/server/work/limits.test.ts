/** Tests that a stored text counts by its compressed size, but for at least a quarter of its length. */
import { expect, test } from 'vitest';
import { estimateStoredBytes, DEFAULT_ACCOUNT_STORAGE_LIMITS } from './quota.ts';

test('a repetitive text counts for at least a quarter of its length, a varied text for more', () => {
	const repetitiveContent = { files: { 'main.ts': 'a'.repeat(1_000_000) } };
	const longestText =
		(DEFAULT_ACCOUNT_STORAGE_LIMITS.bytes / estimateStoredBytes(repetitiveContent)) *
		JSON.stringify(repetitiveContent).length;
	expect(longestText).toBeLessThanOrEqual(DEFAULT_ACCOUNT_STORAGE_LIMITS.bytes * 4);
	// A text without repetitions is counted by its compressed size.
	const variedContent = { text: Array.from({ length: 9000 }, (_, at) => ((at * 7919) % 99991).toString(36)).join('') };
	expect(estimateStoredBytes(variedContent)).toBeGreaterThan(JSON.stringify(variedContent).length / 3);
});
