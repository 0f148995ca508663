/** How many works one account may keep here; how much in all of them, and how much everyone together, is the owner's to set. */
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
