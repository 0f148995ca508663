/** Names the browser value that keeps those example rows of an exercise that cannot be read yet. */

/** Returns the key for an account, without the id of the work at its end. */
export const unreadableExampleRowsKeyPrefix = (account: string): string => `braise.rows.${account}.`;
