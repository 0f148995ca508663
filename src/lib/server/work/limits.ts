/** How much one account may keep here. A student who saves all year stays far below: about 2 MB a lesson. */
export const MOST_WORKS = 1000;
export const MOST_ACCOUNT_BYTES = 300_000_000;
