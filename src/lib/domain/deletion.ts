/** An account whose owner asks for its deletion stays this many days, in which they can take that back. */
export const DELETION_DAYS = 7;
