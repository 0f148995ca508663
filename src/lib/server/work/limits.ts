/** How much one account may keep here, and how that is counted. */
import { deflateRawSync } from 'node:zlib';

/** Works of one account. How much room they take together is the owner's to set. */
export const MOST_WORKS = 1000;

/** Of one save. */
export interface Limits {
	works: number;
	/** Of the account, in bytes as they are kept: compressed. */
	bytes: number;
	/** Whether there is no room left for anyone. */
	isFull: boolean;
}

/** Where the owner has set nothing. */
export const UNSET: Limits = { works: MOST_WORKS, bytes: 20_000_000, isFull: false };

/** About what the database keeps of a version, which compresses: a text takes a third or less of its length. */
export const bytesKept = (content: object): number => deflateRawSync(JSON.stringify(content), { level: 1 }).length;
