/** How much one account may keep here, and how that is counted. */
import { deflateRawSync } from 'node:zlib';

/** Works of one account. How much room they take together is the owner's to set. */
export const MOST_WORKS = 1000;

/** Of one save. */
export interface StorageLimits {
	works: number;
	/** Of the account, in bytes as they are kept: compressed. */
	bytes: number;
	/** Whether there is no room left for anyone. */
	isFull: boolean;
}

/** Where the owner has set nothing. */
export const UNSET: StorageLimits = { works: MOST_WORKS, bytes: 20_000_000, isFull: false };

/** One letter a million times is kept as nothing, and is a million letters for whoever reads it: a text counts for a quarter at least. */
const SMALLEST_SHARE = 4;

/** About what the database keeps of a version, which compresses: a text takes a third or so of its length. */
export function bytesKept(content: object): number {
	const text = JSON.stringify(content);
	return Math.max(deflateRawSync(text, { level: 1 }).length, Math.ceil(text.length / SMALLEST_SHARE));
}
