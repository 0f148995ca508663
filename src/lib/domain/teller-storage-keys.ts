/** Names the values that a browser keeps for somebody who tells problems. `account` is null for a visitor. */

/** Returns the key of a problem's card that is not sent yet. */
export const tellDraftKey = (account: string | null): string => `braise.tell.${account ?? ''}`;

/** Returns the key of the photo for a problem that is not sent yet. */
export const tellPhotoKey = (account: string | null): string => `braise.tell.photo.${account ?? ''}`;

/** Returns the key of the private links of problems told in this browser. */
export const privateLinksKey = (account: string | null): string => `braise.told.${account ?? ''}`;

/**
 * Returns the key's beginning for texts written but not sent yet on the page of a private link; the link and the form's name
 * follow.
 */
export const followDraftKeyPrefix = (account: string | null): string => `braise.follow.${account ?? ''}.`;

/** Tells whether a key holds a value of this account. */
export const isTellerKeyOf = (account: string, key: string): boolean =>
	[tellDraftKey, tellPhotoKey, privateLinksKey].some((keyOf) => keyOf(account) === key) ||
	key.startsWith(followDraftKeyPrefix(account));
