/** Limits the storage of one account, and estimates the bytes that it uses. */
import { deflateRawSync } from 'node:zlib';

/** Largest number of works of one account. The server's owner sets how many bytes the works may take. */
export const MOST_WORKS_PER_ACCOUNT = 1000;

export interface AccountStorageLimits {
	works: number;
	/** Upper limit of bytes of one account, counted compressed, as they are stored. */
	bytes: number;
	isFull: boolean;
}

export const DEFAULT_ACCOUNT_STORAGE_LIMITS: AccountStorageLimits = {
	works: MOST_WORKS_PER_ACCOUNT,
	bytes: 20_000_000,
	isFull: false
};

/**
 * A text counts for at least its length divided by this number, because a million equal letters compress to almost nothing, yet
 * take memory to read.
 */
const LARGEST_COMPRESSION_FACTOR = 4;

/** Estimates the bytes that the database stores for a version; compressed, a text takes about a third of its length. */
export function estimateStoredBytes(content: object): number {
	const text = JSON.stringify(content);
	return Math.max(deflateRawSync(text, { level: 1 }).length, Math.ceil(text.length / LARGEST_COMPRESSION_FACTOR));
}
