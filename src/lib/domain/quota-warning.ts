/** Lowest used percentage of the quota at which people are warned that the quota is running out. */
export const QUOTA_WARNING_PERCENT = 80;
