/** Names the values that a browser keeps for somebody who tells problems. `account` is null for a visitor. */

/** Key of a problem that is being told. */
export const tellDraftKey = (account: string | null): string => `braise.tell.${account ?? ''}`;

/** Key of the photo for a problem that is not sent yet. */
export const tellPhotoKey = (account: string | null): string => `braise.tell.photo.${account ?? ''}`;

/** Key of the private links of problems told in this browser. */
export const privateLinksKey = (account: string | null): string => `braise.told.${account ?? ''}`;

/** Key of what is written and not sent yet on the page of a private link, without the link and the name of its form. */
export const followDraftKeyPrefix = (account: string | null): string => `braise.follow.${account ?? ''}.`;

/** Returns whether a value is kept for this account. */
export const isTellerKeyOf = (account: string, key: string): boolean =>
	[tellDraftKey, tellPhotoKey, privateLinksKey].some((keyOf) => keyOf(account) === key) ||
	key.startsWith(followDraftKeyPrefix(account));
