export const problemCardDraftKey = (account: string | null): string => `braise.tell.${account ?? ''}`;

export const problemPhotoStorageKey = (account: string | null): string => `braise.tell.photo.${account ?? ''}`;

export const privateLinksStorageKey = (account: string | null): string => `braise.told.${account ?? ''}`;

/**
 * Returns the key's beginning for texts written but not sent yet on the page of a private link; the link and the form's name
 * follow.
 */
export const privateLinkDraftKeyPrefix = (account: string | null): string => `braise.follow.${account ?? ''}.`;

export const isContributorStorageKey = (account: string, key: string): boolean =>
	[problemCardDraftKey, problemPhotoStorageKey, privateLinksStorageKey].some((keyOf) => keyOf(account) === key) ||
	key.startsWith(privateLinkDraftKeyPrefix(account));

/** Returns the key for an account, without the id of the work at its end. */
export const unreadableExampleRowsKeyPrefix = (account: string): string => `braise.rows.${account}.`;
