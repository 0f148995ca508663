/** Names the values that a browser keeps for the teller of problems. */

/** Key of the private links of problems told in this browser. `account` is null for a visitor. */
export const privateLinksKey = (account: string | null): string => `braise.told.${account ?? ''}`;

/** Key of what is written and not sent yet on the page of a private link, without the name of its form. */
export const followDraftKeyPrefix = (account: string | null): string => `braise.follow.${account ?? ''}.`;
