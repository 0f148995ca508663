/** Days between a request to delete an account and its deletion, in which the owner can cancel. */
export const DELETION_DAYS = 7;
