/** Names the browser value that keeps the rows of an exercise's examples that cannot be read yet. */

/** Key without the id of the work. */
export const unreadableRowsKeyPrefix = (account: string): string => `braise.rows.${account}.`;
