/** Days between a request to delete an account and its deletion, in which the owner can cancel. */
export const ACCOUNT_DELETION_DELAY_DAYS = 7;
