/** Percentage of the quota from which people are warned that it is running out. */
export const QUOTA_WARNING_PERCENT = 80;
